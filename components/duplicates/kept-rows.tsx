import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Candidate } from "@/lib/duplicates/schema";
import { rowStyle } from "./columns";
import { Nothing } from "./field-value";

/** What there may be several of: nothing to choose, everything stays. */
export function ListRow({
  list,
  people,
}: {
  list: "slugs" | "emails" | "phones" | "links" | "tags";
  people: Candidate[];
}) {
  const t = useTranslations("duplicates.fields");
  if (people.every((person) => person[list].length === 0)) return null;
  return <KeptRow label={t(list)} people={people} cell={(person) => person[list]} />;
}

/** How much happened with each of them. */
export function HistoryRow({ people }: { people: Candidate[] }) {
  const t = useTranslations("duplicates");
  const counted = ({ counts }: Candidate) =>
    (Object.keys(counts) as (keyof typeof counts)[])
      .filter((what) => counts[what] > 0)
      .map((what) => t(`counts.${what}`, { count: counts[what] }));
  if (people.every((person) => counted(person).length === 0)) return null;
  return <KeptRow label={t("fields.history")} people={people} cell={counted} />;
}

function KeptRow({
  label,
  people,
  cell,
}: {
  label: ReactNode;
  people: Candidate[];
  cell: (person: Candidate) => string[];
}) {
  const t = useTranslations("duplicates");
  return (
    <div className={rowStyle(people.length)}>
      <div className="col-span-full flex gap-x-2 text-small sm:col-span-1 sm:block">
        <span className="text-dim">{label}</span>
        <span className="block text-faint">{t("allKept")}</span>
      </div>
      {people.map((person) => (
        <ul key={person.id} className="min-w-0 px-2 py-0.5">
          {cell(person).map((line) => (
            <li key={line} className="wrap-anywhere">
              {line}
            </li>
          ))}
          {cell(person).length === 0 && (
            <li>
              <Nothing />
            </li>
          )}
        </ul>
      ))}
    </div>
  );
}
