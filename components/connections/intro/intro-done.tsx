import { PartyPopper, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import type { IntroPass } from "@/lib/connections/intro-test/schema";
import { introName } from "./intro-turn";
import { TakeBack } from "./take-back";

/** Nobody is left to ask about: all are tested, or nobody is connected. */
export function IntroDone({ progress, last }: Pick<IntroPass, "progress" | "last">) {
  const t = useTranslations("connections");
  if (progress.total === 0) {
    return (
      <Panel>
        <EmptyState icon={Users} title={t("empty.all")} text={t("empty.allText")}>
          <ButtonLink href="/data">{t("empty.allLink")}</ButtonLink>
        </EmptyState>
      </Panel>
    );
  }
  const title = (
    <span id={introName} tabIndex={-1} className="outline-none">
      {t("intro.done")}
    </span>
  );
  return (
    <Panel>
      <EmptyState icon={PartyPopper} title={title} text={t("intro.doneText")}>
        <ButtonLink href="/connections?show=vouched" variant="primary">
          {t("intro.doneReview")}
        </ButtonLink>
        <ButtonLink href="/connections/removals">{t("removal.title")}</ButtonLink>
        {last && <TakeBack {...last} />}
      </EmptyState>
    </Panel>
  );
}
