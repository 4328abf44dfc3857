import { getTranslations } from "next-intl/server";
import { cn } from "@/components/ui/class-names";
import type { ImportKind } from "@/lib/imports/kinds";
import { isRowReason } from "@/lib/imports/reasons";
import { countOf, type ImportCounts, type ImportOutcome } from "@/lib/imports/schema";

const outcomes: ImportOutcome[] = ["CREATED", "MATCHED", "SKIPPED", "FAILED"];

/** Every row of the file by what becomes of it, and why. The outcomes add up to the rows in the file. */
export async function CountsTable({ counts, kind }: { counts: ImportCounts; kind: ImportKind }) {
  const t = await getTranslations("imports");
  const shown = outcomes.filter((outcome) => outcome === "CREATED" || countOf(counts, outcome) > 0);
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{t("counts.caption")}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t("counts.what")}</th>
          <th scope="col">{t("counts.rows")}</th>
        </tr>
      </thead>
      {shown.map((outcome) => (
        <tbody key={outcome}>
          <Line strong label={t(`outcomes.${outcome}`)} count={countOf(counts, outcome)} />
          {counts.rows
            .filter((row) => row.outcome === outcome)
            .map(({ reason, count }) => (
              <Line
                key={reason}
                label={isRowReason(reason) ? t(`reasons.${reason}`) : t(`new.${kind}`)}
                count={count}
              />
            ))}
        </tbody>
      ))}
      <tfoot>
        <Line strong label={t("counts.total")} count={countOf(counts)} />
      </tfoot>
    </table>
  );
}

const peopleLabels = [
  ["CREATED", null, "newPeople"],
  ["CREATED", "kept", "keptPeople"],
  ["MATCHED", null, "knownPeople"],
  ["SKIPPED", "inTrash", "trashedPeople"],
  ["SKIPPED", "stranger", "strangers"],
  ["SKIPPED", "noAddress", "nameless"],
  ["SKIPPED", "sharedMail", "sharedMail"],
] as const;

/** Everyone the messages name, by what becomes of them. */
export async function PeopleTable({ counts }: { counts: ImportCounts }) {
  const t = await getTranslations("imports.counts");
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{t("peopleCaption")}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t("what")}</th>
          <th scope="col">{t("people")}</th>
        </tr>
      </thead>
      <tbody>
        {peopleLabels.map(([outcome, reason, label]) => {
          const found = counts.people.find((people) => people.outcome === outcome && people.reason === reason);
          return found && <Line key={label} label={t(label)} count={found.count} />;
        })}
      </tbody>
    </table>
  );
}

async function Line({ label, count, strong }: { label: string; count: number; strong?: boolean }) {
  const t = await getTranslations("imports.counts");
  return (
    <tr className={cn("border-line border-t", strong ? "font-bold" : "text-dim")}>
      <th scope="row" className={cn("px-4 py-1.5 text-left", strong ? "font-bold" : "pl-8 font-normal")}>
        {label}
      </th>
      <td className="px-4 py-1.5 text-right tabular-nums">{t("number", { count })}</td>
    </tr>
  );
}
