import { getTranslations } from "next-intl/server";
import { Section } from "@/components/settings/section";
import { ButtonLink } from "@/components/ui/button";

/** Where administrators go from their settings. */
export async function PeopleSection() {
  const t = await getTranslations("members.section");
  return (
    <Section id="people" title={t("title")} text={t("text")}>
      <ButtonLink href="/settings/people">{t("open")}</ButtonLink>
    </Section>
  );
}
