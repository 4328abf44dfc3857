import { useTranslations } from "next-intl";
import { Section } from "@/components/settings/section";
import { ButtonLink } from "@/components/ui/button";

/** The way from the settings to the log. */
export function HistorySection() {
  const t = useTranslations("audit");
  return (
    <Section id="history" title={t("title")} text={t("explained")}>
      <ButtonLink href="/settings/history" className="w-fit">
        {t("open")}
      </ButtonLink>
    </Section>
  );
}
