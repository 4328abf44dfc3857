import { useTranslations } from "next-intl";

/** Said, not enforced: an idea may come before the connection, and the record may lag behind LinkedIn. */
export function NotConnected({ name }: { name: string }) {
  const t = useTranslations("recommendations");
  return <p className="mb-4 rounded-control bg-almost-bg px-3 py-2 text-almost">{t("notConnected", { name })}</p>;
}
