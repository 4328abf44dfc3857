import { useTranslations } from "next-intl";
import { Remark } from "@/components/ui/remark";

/** On the page of one of the sample people. */
export function MadeUp() {
  const t = useTranslations("sample");
  return <Remark className="mb-[18px]">{t("madeUp")}</Remark>;
}
