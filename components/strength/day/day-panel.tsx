import { useTranslations } from "next-intl";
import { RulesGrid } from "@/components/contacts/page/rules-grid";
import { VerdictPill } from "@/components/contacts/verdict-pill";
import { DayOf } from "@/components/ui/date";
import { Meter } from "@/components/ui/meter";
import { Panel } from "@/components/ui/panel";
import { explain } from "@/lib/strength/explain";
import type { Evidence, Standing } from "@/lib/strength/schema";

/** How it stood or will stand on a day: verdict, the six rules, what was or will be missing, and what that rests on. */
export function DayPanel({
  name,
  standing,
  evidence,
  when,
  firstAt,
}: {
  name: string;
  standing: Standing;
  evidence: Evidence;
  when: "past" | "today" | "future";
  /** The first contact of all, in milliseconds. */
  firstAt: number | null;
}) {
  const t = useTranslations("strength.day");
  const why = useTranslations("contacts.why");
  const day = () => <DayOf moment={standing.at} />;
  const { assessment } = evidence;
  const isBeforeAll = firstAt !== null && Date.parse(standing.at) < firstAt;
  return (
    <Panel aria-labelledby="on-that-day" className="overflow-hidden">
      <header className="grid gap-1.5 px-4 pt-3 pb-3">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 id="on-that-day" className="font-bold text-body">
            {t.rich(`title.${when}`, { day })}
          </h2>
          <VerdictPill verdict={standing.verdict} />
          <span className="ml-auto">
            <Meter value={standing.strength} label={t("strengthOf", { name })} />
          </span>
        </div>
        <p className="text-dim text-small">
          {why("rulesHold", { count: standing.rulesMet })}{" "}
          {standing.readyUntil && standing.readyUntil !== "forever" && standing.verdict === "READY" && (
            <>{why.rich("readyUntil", { day: () => <DayOf moment={String(standing.readyUntil)} /> })} </>
          )}
          {t(`meaning.${when}`)}
        </p>
        {when === "past" && (
          <p className="text-dim text-small">
            {isBeforeAll && (
              <>{t.rich("beforeAll", { first: () => <DayOf moment={new Date(firstAt).toISOString()} /> })} </>
            )}
            {t("undated")}{" "}
            {t.rich(assessment ? "assessed" : "notAssessed", {
              reviewed: () => assessment && <DayOf moment={assessment.reviewedAt} />,
            })}
          </p>
        )}
      </header>
      <RulesGrid explanation={explain(standing, evidence)} />
    </Panel>
  );
}
