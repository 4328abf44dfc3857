import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { DayOf, useReader } from "@/components/ui/date";
import { Link } from "@/components/ui/link";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { Row } from "@/components/ui/row";
import { undoMergeAction } from "@/lib/duplicates/actions";
import type { Kept, MergeSummary } from "@/lib/duplicates/schema";

/** What was merged, and the way back; of what was undone, what isn't as it was. */
export function RecentMerges({ merges }: { merges: MergeSummary[] }) {
  const t = useTranslations("duplicates.merges");
  const newest = merges.find(({ undoneAt }) => !undoneAt);
  if (merges.length === 0) return null;
  return (
    <Panel aria-labelledby="merges-title" className="mt-[18px]">
      <PanelHeader id="merges-title" title={t("title")} />
      {merges.map((merge) => (
        <Row
          key={merge.id}
          title={
            <Link href={`/contacts/${merge.contactId}`} className="hover:underline">
              {t("into", { names: merge.absorbed.join(", "), name: merge.fullName })}
            </Link>
          }
          why={
            merge.undoneAt ? (
              <Undone merge={merge} />
            ) : (
              t.rich("on", { day: () => <DayOf moment={merge.createdAt} near /> })
            )
          }
        >
          {!merge.undoneAt && (
            <ActionButton
              action={undoMergeAction}
              fields={{ id: merge.id }}
              done={t("undone")}
              keyHint={merge === newest ? "U" : undefined}
            >
              {t("undo")}
              <span className="sr-only">{t("undoOf", { name: merge.fullName })}</span>
            </ActionButton>
          )}
        </Row>
      ))}
    </Panel>
  );
}

function Undone({ merge: { fullName: name, kept } }: { merge: MergeSummary }) {
  const t = useTranslations("duplicates.merges");
  const fieldName = useTranslations("duplicates.fields");
  const { locale } = useReader();
  const list = (words: string[]) => new Intl.ListFormat(locale, { type: "conjunction" }).format(words);
  const fields = (columns: string[]) =>
    list([
      ...new Set(
        columns.map((column) => {
          const field = fieldOf(column);
          return fieldName.has(field as never) ? fieldName(field as never).toLocaleLowerCase(locale) : t("other");
        }),
      ),
    ]);
  const words = ({ what, how, count = 1, fields: columns = [] }: Kept) => {
    const key = `${how}.${what}`;
    return t.has(key as never) ? t(key as never, { count, name, fields: fields(columns) } as never) : t("other");
  };
  return kept.length === 0 ? t("wasUndone") : t("wasUndoneKept", { what: list(kept.map(words)) });
}

/** "how_we_met" is howWeMet on screen; both of a connection's columns are one. */
function fieldOf(column: string): string {
  if (column.startsWith("connect")) return "connection";
  return column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
