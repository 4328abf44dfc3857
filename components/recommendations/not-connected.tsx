import { useTranslations } from "next-intl";
import { Remark } from "@/components/ui/remark";

/** Why it can only be an idea or a draft so far. */
export function NotConnected({ name }: { name: string }) {
  const t = useTranslations("recommendations");
  return <Remark className="mb-4">{t("notConnected", { name })}</Remark>;
}
