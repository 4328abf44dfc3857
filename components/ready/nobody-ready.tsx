import { UserRoundCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";

/** What brings somebody here, and where to look for them. */
export function NobodyReady() {
  const t = useTranslations("ready.empty");
  return (
    <Panel>
      <EmptyState icon={UserRoundCheck} title={t("title")} text={t("text")}>
        <ButtonLink href="/contacts?verdict=ALMOST" variant="primary">
          {t("almost")}
        </ButtonLink>
        <ButtonLink href="/log">{t("log")}</ButtonLink>
      </EmptyState>
    </Panel>
  );
}
