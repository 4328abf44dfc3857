import Link from "next/link";
import { getLocale, getTimeZone, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { formatDay } from "@/lib/dates/format";
import type { ImportKind } from "@/lib/imports/kinds";
import { isRowReason } from "@/lib/imports/reasons";
import type { ImportedRow } from "@/lib/imports/schema";
import { day } from "@/lib/schema";

/** A few rows of the file under a title; `total` is how many there are of the kind. */
export async function Samples({
  id,
  title,
  rows,
  total,
  kind = null,
  action,
}: {
  id: string;
  title: string;
  rows: ImportedRow[];
  total: number;
  /** Of the file they are from, where they are from one. */
  kind?: ImportKind | null;
  action?: ReactNode;
}) {
  const t = await getTranslations("imports.samples");
  if (rows.length === 0) return null;
  return (
    <Panel aria-labelledby={id}>
      <PanelHeader id={id} title={title} note={t("count", { count: total })}>
        {action}
      </PanelHeader>
      <ul>
        {rows.map((row) => (
          <li key={`${row.file}-${row.line}`} className="border-line border-t px-4 py-[9px]">
            <SampleRow row={row} isEntry={kind === "EVENTS"} />
          </li>
        ))}
      </ul>
      {total > rows.length && (
        <p className="border-line border-t px-4 py-2 text-faint text-small">
          {t("more", { count: total - rows.length })}
        </p>
      )}
    </Panel>
  );
}

/** `isEntry`: of a calendar, where one entry may be many rows. */
async function SampleRow({ row, isEntry }: { row: ImportedRow; isEntry: boolean }) {
  const t = await getTranslations("imports");
  const { fields, contact } = row;
  const name = contact?.name ?? rowName(fields);
  const on = (fields.connectedOn ?? fields.at)?.slice(0, 10);
  const write = await dayWriter();
  const details = [
    fields.position,
    fields.company,
    fields.points?.split("\n")[0],
    isEntry ? withoutTitle(fields) : (fields.notes ?? fields.note ?? fields.text),
  ]
    .filter(Boolean)
    .join(", ");
  const failure = row.outcome === "FAILED" && isRowReason(row.reason) ? t(`reasons.${row.reason}`) : null;
  return (
    <>
      <div className="flex items-baseline gap-3">
        <span className="min-w-0 flex-1 truncate">
          {contact ? (
            <Link href={`/contacts/${contact.id}`} className="font-medium hover:underline">
              {name}
            </Link>
          ) : (
            <span className="font-medium">{name}</span>
          )}
          {details && <span className="text-dim"> · {details}</span>}
        </span>
        <span className="flex-none text-faint text-small tabular-nums">
          {t(isEntry ? "samples.entry" : "samples.line", { line: row.line })}
          {on && ` · ${write(on)}`}
        </span>
      </div>
      {failure && <p className="text-blocked text-small">{failure}</p>}
      <Changes changes={row.changes} />
    </>
  );
}

/** Of an entry of a calendar: its notes begin with its title, which stands before them already. */
function withoutTitle({ title = "", notes = "" }: ImportedRow["fields"]): string {
  return notes.startsWith(title) ? notes.slice(title.length).trim() : notes;
}

/** Writes a day of a row for whoever reads; of a row with a mistake it may be none, and is shown as it stands. */
async function dayWriter(): Promise<(text: string) => string> {
  const reader = { locale: await getLocale(), timeZone: await getTimeZone(), now: new Date() };
  return (text) => (day.safeParse(text).success ? formatDay(text, reader) : text);
}

const changeFields = [
  "company",
  "position",
  "connectionStatus",
  "connectedOn",
  "location",
  "slug",
  "email",
  "note",
  "howWeMet",
  "notes",
] as const;

async function Changes({ changes }: Pick<ImportedRow, "changes">) {
  const t = await getTranslations("imports");
  const write = await dayWriter();
  const status = (text: string) =>
    t.has(`statuses.${text}` as "statuses.NONE") ? t(`statuses.${text}` as "statuses.NONE") : text;
  const sentences = changeFields.flatMap((field) => {
    const change = changes[field];
    if (!Array.isArray(change)) return [];
    const read = { connectionStatus: status, connectedOn: write }[field as string] ?? String;
    const [before, after] = change.map((text) => text && read(text));
    const names = { field: t(`fields.${field}`), after: after ?? "" };
    return before ? t("samples.changeFrom", { ...names, before }) : t("samples.change", names);
  });
  if (Array.isArray(changes.tags)) {
    sentences.push(t("samples.change", { field: t("fields.tags"), after: changes.tags.join(", ") }));
  }
  if (changes.invitation || changes.invitations) sentences.push(t("samples.answered"));
  return sentences.length > 0 && <p className="text-dim text-small">{sentences.join(" · ")}</p>;
}

function rowName(fields: ImportedRow["fields"]): string {
  const parts = [fields.firstName, fields.lastName].filter(Boolean).join(" ");
  return (
    fields.fullName ||
    fields.title ||
    fields.summary ||
    parts ||
    [fields.from, fields.to].filter(Boolean).join(" → ") ||
    Object.values(fields)[0] ||
    "–"
  );
}
