import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Day } from "@/components/ui/date";
import { Link } from "@/components/ui/link";
import { Panel, PanelHeader } from "@/components/ui/panel";
import type { LedgerLine, Promised } from "@/lib/recommendations/schema";

const cell = "border-line border-t px-4 py-2 align-top";
/** As wide as they are from the start: fitted to their words they would move once the font is there. */
const columns = {
  person: "w-[21%]",
  balance: "w-[26%]",
  given: "w-[20%]",
  received: "w-[20%]",
  apart: "w-[13%]",
} as const;

/** Who gave, who received, who owes whom, and how far apart the two were. */
export function Ledger({ lines }: { lines: LedgerLine[] }) {
  const t = useTranslations("recommendations.ledger");
  const sum = (owed: "byYou" | "byThem") => lines.reduce((total, line) => total + line.owed[owed], 0);
  return (
    <Panel aria-labelledby="ledger" className="overflow-x-auto">
      <PanelHeader id="ledger" title={t("title")} note={lines.length || undefined} />
      {lines.length === 0 ? (
        <p className="px-4 pb-4 text-dim">{t("empty")}</p>
      ) : (
        <>
          <p className="px-4 font-medium">{t("total", { byYou: sum("byYou"), byThem: sum("byThem") })}</p>
          <p className="max-w-[80ch] px-4 pb-3 text-dim text-small">{t("lead")}</p>
          <table className="w-full min-w-[46rem] table-fixed text-left">
            <caption className="sr-only">{t("caption")}</caption>
            <thead className="text-dim text-small">
              <tr>
                {Object.entries(columns).map(([column, width]) => (
                  <th key={column} scope="col" className={`${width} px-4 py-1.5 font-normal`}>
                    {t(column as keyof typeof columns)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <Line key={line.contact.id} line={line} />
              ))}
            </tbody>
          </table>
        </>
      )}
    </Panel>
  );
}

function Line({ line }: { line: LedgerLine }) {
  const { contact, sent } = line;
  return (
    <tr>
      <th scope="row" className={`${cell} font-medium`}>
        <Link href={`/contacts/${contact.id}`} className="hover:underline">
          {contact.fullName}
        </Link>
      </th>
      <td className={cell}>
        <Balance line={line} />
      </td>
      <td className={cell}>
        <Count count={line.given} sent={sent.GIVEN} last={line.lastGiven} writing={line.giving} />
      </td>
      <td className={cell}>
        <Count count={line.received} sent={sent.RECEIVED} last={line.lastReceived} writing={line.receiving} />
      </td>
      <td className={cell}>
        <Apart line={line} />
      </td>
    </tr>
  );
}

function Balance({ line: { contact, owed, giving, receiving, waitUntil } }: { line: LedgerLine }) {
  const t = useTranslations("recommendations.ledger");
  const name = contact.fullName;
  const form = (direction: string) => `/recommendations?contact=${contact.id}&direction=${direction}` as const;
  if (owed.byYou + owed.byThem === 0) return <span className="text-dim">{t("even")}</span>;
  return (
    <div className="grid justify-items-start gap-1.5">
      {owed.byYou > 0 && (
        <span className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{t("youOwe", { count: owed.byYou })}</span>
          <ButtonLink
            size="small"
            href={giving ? `/recommendations/${giving.id}` : form("GIVEN")}
            aria-label={t("writeFor", { name })}
          >
            {t("write")}
          </ButtonLink>
        </span>
      )}
      {owed.byThem > 0 && (
        <span className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{t("theyOwe", { count: owed.byThem })}</span>
          {!receiving && (
            <ButtonLink size="small" href={form("RECEIVED")} aria-label={t("askFor", { name })}>
              {t("ask")}
            </ButtonLink>
          )}
        </span>
      )}
      {waitUntil && (
        <span className="text-almost text-small">{t.rich("waitUntil", { day: () => <Day day={waitUntil} /> })}</span>
      )}
    </div>
  );
}

function Apart({ line: { lag } }: { line: LedgerLine }) {
  const t = useTranslations("recommendations.ledger");
  if (!lag) return <span className="text-faint">–</span>;
  return (
    <>
      {t("days", { days: lag.days })}
      {lag.isSwap && <span className="block font-medium text-almost text-small">{t("swap")}</span>}
    </>
  );
}

function Count({
  count,
  sent,
  last,
  writing,
}: {
  count: number;
  sent: number;
  last: string | null;
  writing: Promised | null;
}) {
  const t = useTranslations("recommendations.ledger");
  const due = writing?.dueOn;
  return (
    <>
      {count}
      {last && (
        <span className="text-dim text-small">
          {" · "}
          <Day day={last} />
        </span>
      )}
      {sent > 0 && <span className="block text-dim text-small">{t("sent", { count: sent })}</span>}
      {writing && (
        <span className="block text-small">
          <Link href={`/recommendations/${writing.id}`} className="text-dim underline">
            {t("writing")}
          </Link>
          {due && (
            <span className={writing.overdue ? "font-medium text-blocked" : "text-dim"}>
              {" · "}
              {t.rich(writing.overdue ? "overdue" : "dueOn", { day: () => <Day day={due} near={!writing.overdue} /> })}
            </span>
          )}
        </span>
      )}
    </>
  );
}
