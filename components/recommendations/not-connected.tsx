import { useTranslations } from "next-intl";
import { Remark } from "@/components/ui/remark";

/** Said, not enforced: an idea may come before the connection, and the record may lag behind LinkedIn. */
export function NotConnected({ name }: { name: string }) {
  const t = useTranslations("recommendations");
  return <Remark className="mb-4">{t("notConnected", { name })}</Remark>;
}
