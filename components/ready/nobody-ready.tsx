import { UserRoundCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { nobodyLeft } from "./card-heading";

/** What brings somebody here, and where to look for them; or that all who are ready were set aside. */
export function NobodyReady({ setAside }: { setAside: number }) {
  const t = useTranslations("ready.empty");
  return (
    <Panel id={nobodyLeft} tabIndex={-1} aria-label={t("title")}>
      <EmptyState icon={UserRoundCheck} title={t("title")} text={t("text")}>
        <ButtonLink href="/contacts?q=verdict:almost" variant="primary">
          {t("almost")}
        </ButtonLink>
        {setAside > 0 && <ButtonLink href="/ready?view=aside">{t("aside", { count: setAside })}</ButtonLink>}
        <ButtonLink href="/log">{t("log")}</ButtonLink>
      </EmptyState>
    </Panel>
  );
}
