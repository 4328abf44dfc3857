import { HeartHandshake } from "lucide-react";
import { useTranslations } from "next-intl";
import { DayOf } from "@/components/ui/date";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Panel, PanelHeader } from "@/components/ui/panel";
import type { HelpLedger, HelpLine } from "@/lib/support/schema";

const cell = "border-line border-t px-4 py-2 align-top";
const columns = ["person", "balance", "given", "received"] as const;

/** Who did what for whom, and whose turn it is. */
export function HelpByPerson({ ledger: { lines, people, owing } }: { ledger: HelpLedger }) {
  const t = useTranslations("support.ledger");
  return (
    <Panel aria-labelledby="help-by-person" className="overflow-x-auto">
      <PanelHeader id="help-by-person" title={t("people")} note={people || undefined} />
      {people === 0 ? (
        <EmptyState icon={HeartHandshake} title={t("empty")} text={t("emptyText")} />
      ) : (
        <>
          <p className="px-4 font-medium">{t("owing", { count: owing })}</p>
          <p className="max-w-[80ch] px-4 pb-3 text-dim text-small">{t("lead")}</p>
          <table className="w-full min-w-[32rem] text-left">
            <caption className="sr-only">{t("caption")}</caption>
            <thead className="text-dim text-small">
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col" className="px-4 py-1.5 font-normal">
                    {t(column)}
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
          {people > lines.length && (
            <p className="border-line border-t px-4 py-2.5 text-dim text-small">
              {t("more", { count: people - lines.length })}
            </p>
          )}
        </>
      )}
    </Panel>
  );
}

function Line({ line: { contact, given, received, lastGiven, lastReceived, owed, since } }: { line: HelpLine }) {
  const t = useTranslations("support.ledger");
  return (
    <tr>
      <th scope="row" className={`${cell} font-medium`}>
        <Link href={`/contacts/${contact.id}`} className="hover:underline">
          {contact.fullName}
        </Link>
      </th>
      <td className={cell}>
        {owed === 0 ? (
          <span className="text-dim">{t("even")}</span>
        ) : (
          <>
            <span className="font-medium">{t(owed > 0 ? "youOwe" : "theyOwe", { count: Math.abs(owed) })}</span>
            {since && (
              <span className="text-dim text-small"> {t.rich("since", { day: () => <DayOf moment={since} /> })}</span>
            )}
          </>
        )}
      </td>
      <td className={cell}>
        <Count count={given} last={lastGiven} />
      </td>
      <td className={cell}>
        <Count count={received} last={lastReceived} />
      </td>
    </tr>
  );
}

function Count({ count, last }: { count: number; last: string | null }) {
  return (
    <>
      {count}
      {last && (
        <span className="text-dim text-small">
          {" · "}
          <DayOf moment={last} />
        </span>
      )}
    </>
  );
}
