import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Day } from "@/components/ui/date";
import { Link } from "@/components/ui/link";
import { Panel, PanelHeader } from "@/components/ui/panel";
import type { LedgerLine } from "@/lib/recommendations/schema";

const cell = "border-line border-t px-4 py-2";

/** Who gave, who received, and who owes whom. */
export function Ledger({ lines }: { lines: LedgerLine[] }) {
  const t = useTranslations("recommendations.ledger");
  return (
    <Panel aria-labelledby="ledger" className="mt-6 overflow-x-auto">
      <PanelHeader id="ledger" title={t("title")} note={lines.length || undefined} />
      {lines.length === 0 ? (
        <p className="px-4 pb-4 text-dim">{t("empty")}</p>
      ) : (
        <table className="w-full min-w-[34rem] text-left">
          <caption className="sr-only">{t("caption")}</caption>
          <thead className="text-dim text-small">
            <tr>
              <th scope="col" className="px-4 py-1.5 font-normal">
                {t("person")}
              </th>
              <th scope="col" className="px-4 py-1.5 font-normal">
                {t("given")}
              </th>
              <th scope="col" className="px-4 py-1.5 font-normal">
                {t("received")}
              </th>
              <th scope="col" className="px-4 py-1.5 font-normal">
                {t("balance")}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.contact.id} line={line} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function Line({ line }: { line: LedgerLine }) {
  const t = useTranslations("recommendations.ledger");
  const { contact, balance, giving } = line;
  return (
    <tr>
      <th scope="row" className={`${cell} font-medium`}>
        <Link href={`/contacts/${contact.id}`} className="hover:underline">
          {contact.fullName}
        </Link>
      </th>
      <td className={cell}>
        <Count count={line.given} last={line.lastGiven} writing={giving} />
      </td>
      <td className={cell}>
        <Count count={line.received} last={line.lastReceived} writing={line.receiving} />
      </td>
      <td className={cell}>
        <span className="flex flex-wrap items-center gap-2">
          <span className={balance === "even" ? "text-dim" : "font-medium"}>{t(balance)}</span>
          {balance === "youOwe" && (
            <ButtonLink
              size="small"
              href={giving ? `/recommendations/${giving}` : `/recommendations?contact=${contact.id}&direction=GIVEN`}
            >
              {t("write")}
            </ButtonLink>
          )}
          {balance === "theyOwe" && !line.receiving && (
            <ButtonLink size="small" href={`/recommendations?contact=${contact.id}&direction=RECEIVED`}>
              {t("ask")}
            </ButtonLink>
          )}
        </span>
      </td>
    </tr>
  );
}

function Count({ count, last, writing }: { count: number; last: string | null; writing: string | null }) {
  const t = useTranslations("recommendations.ledger");
  return (
    <>
      {count}
      {last && (
        <span className="text-dim text-small">
          {" · "}
          <Day day={last} />
        </span>
      )}
      {writing && (
        <Link href={`/recommendations/${writing}`} className="ml-1.5 text-dim text-small underline">
          {t("writing")}
        </Link>
      )}
    </>
  );
}
