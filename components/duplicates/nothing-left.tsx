import { UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import type { Progress, ReviewList } from "@/lib/duplicates/schema";

/** The end of a list: where the next one is, if there is one. */
export function NothingLeft({ list, progress }: { list: ReviewList; progress: Progress }) {
  const t = useTranslations("duplicates.empty");
  const other = list === "likely" ? "perhaps" : "likely";
  if (list !== "decided" && progress[other] > 0) {
    return (
      <Panel>
        <EmptyState icon={UsersRound} title={t(`${list}.title`)} text={t(`${list}.text`, { count: progress[other] })}>
          <ButtonLink
            href={other === "likely" ? "/contacts/duplicates" : "/contacts/duplicates?show=perhaps"}
            variant="primary"
            keyHint="Enter"
          >
            {t(`${list}.go`)}
          </ButtonLink>
        </EmptyState>
      </Panel>
    );
  }
  const why = list === "decided" ? "decided" : progress.waiting > 0 ? "looking" : "all";
  return (
    <Panel>
      <EmptyState icon={UsersRound} title={t(`${why}.title`)} text={t(`${why}.text`)}>
        <ButtonLink href="/contacts">{t("back")}</ButtonLink>
      </EmptyState>
    </Panel>
  );
}
