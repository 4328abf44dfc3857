import { getTranslations } from "next-intl/server";
import { Section } from "@/components/settings/section";
import { ActionButton } from "@/components/ui/action-button";
import { asOwner, type OwnerId } from "@/lib/db";
import { showFirstStepsAction } from "@/lib/today/first-steps/actions";
import { areFirstStepsHidden } from "@/lib/today/first-steps/data";

/** In the settings, while the first steps are put away: the way back. */
export async function FirstStepsSection({ owner }: { owner: OwnerId }) {
  const t = await getTranslations("today.settings");
  if (!(await asOwner(owner, areFirstStepsHidden))) return null;
  return (
    <Section id="first-steps" title={t("title")} text={t("text")}>
      <ActionButton action={showFirstStepsAction} fields={{ show: "yes" }} done={t("shown")}>
        {t("show")}
      </ActionButton>
    </Section>
  );
}
