import type { Route } from "next";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { ButtonLink } from "@/components/ui/button";
import { DayOf, useReader } from "@/components/ui/date";
import { Link } from "@/components/ui/link";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { Row } from "@/components/ui/row";
import { undoDistinctAction, undoMergeAction } from "@/lib/duplicates/actions";
import { type Decision, type MergeSummary, stands } from "@/lib/duplicates/schema";
import { listInWords } from "@/lib/i18n/list";
import { WasUndone } from "./was-undone";

/** What was decided, newest first, and the way back: a key takes back the latest that isn't. */
export function Decisions({ decisions, title, older }: { decisions: Decision[]; title: string; older?: Route }) {
  const t = useTranslations("duplicates.decisions");
  const latest = decisions.find(stands);
  if (decisions.length === 0) return null;
  return (
    <Panel aria-labelledby="decisions-title" className="mt-[18px]">
      <PanelHeader id="decisions-title" title={title} />
      {decisions.map((decision) => {
        const keyHint = decision === latest ? "U" : undefined;
        return "merge" in decision ? (
          <MergeRow key={decision.merge.id} merge={decision.merge} at={decision.at} keyHint={keyHint} />
        ) : (
          <DistinctRow key={decision.at} people={decision.distinct.people} at={decision.at} keyHint={keyHint} />
        );
      })}
      {older && (
        <div className="border-line border-t px-4 py-2.5">
          <ButtonLink href={older} size="small">
            {t("older")}
          </ButtonLink>
        </div>
      )}
    </Panel>
  );
}

function MergeRow({ merge, at, keyHint }: { merge: MergeSummary; at: string; keyHint: string | undefined }) {
  const t = useTranslations("duplicates.decisions");
  return (
    <Row
      title={
        <Link href={`/contacts/${merge.contactId}`} className="hover:underline">
          {t("into", { names: merge.absorbed.join(", "), name: merge.fullName })}
        </Link>
      }
      why={
        merge.undoneAt ? (
          <WasUndone merge={merge} />
        ) : (
          t.rich(merge.canUndo ? "merged" : "mergedBefore", { day: () => <DayOf moment={at} near /> })
        )
      }
    >
      {merge.canUndo && (
        <ActionButton action={undoMergeAction} fields={{ id: merge.id }} done={t("undone")} keyHint={keyHint}>
          {t("undo")}
          <span className="sr-only">{t("undoOfMerge", { name: merge.fullName })}</span>
        </ActionButton>
      )}
    </Row>
  );
}

function DistinctRow({
  people,
  at,
  keyHint,
}: {
  people: { id: string; fullName: string }[];
  at: string;
  keyHint: string | undefined;
}) {
  const t = useTranslations("duplicates.decisions");
  const { locale } = useReader();
  const names = listInWords(
    people.map(({ fullName }) => fullName),
    locale,
  );
  return (
    <Row title={names} why={t.rich("different", { day: () => <DayOf moment={at} near /> })}>
      <ActionButton
        action={undoDistinctAction}
        fields={{ people: people.map(({ id }) => id).join(" ") }}
        done={t("asksAgain")}
        keyHint={keyHint}
      >
        {t("undo")}
        <span className="sr-only">{t("undoOfDistinct", { names })}</span>
      </ActionButton>
    </Row>
  );
}
