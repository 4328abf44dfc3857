import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SentenceText } from "@/components/contacts/page/sentence";
import { VerdictPill } from "@/components/contacts/verdict-pill";
import { cn } from "@/components/ui/class-names";
import { DayOf } from "@/components/ui/date";
import { explain } from "@/lib/strength/explain";
import type { Standing, Until } from "@/lib/strength/schema";
import type { WhatIf } from "@/lib/strength/what-if/schema";

/** How things stand at one moment as they are, and as they would with what is supposed, side by side. */
export function Comparison({ asIs, supposed, isToday }: WhatIf) {
  const t = useTranslations("strength.whatIf");
  const both = [asIs, supposed] as const;
  const steps = both.map(({ standing, evidence }) => explain(standing, evidence).nextStep);
  const dates = ["readyUntil", "warmUntil", "evidenceUntil"] as const;
  return (
    <table className="w-full table-fixed text-small">
      <caption className="px-4 pb-2 text-left text-dim text-small">
        {isToday ? t("today") : t.rich("on", { day: () => <DayOf moment={supposed.standing.at} /> })}
      </caption>
      <thead>
        <tr className="border-line border-t text-left text-faint">
          <td className="w-[30%] py-2 pl-4 sm:w-[24%]" />
          <th scope="col" className="px-3 py-2 font-normal">
            {t("asIs")}
          </th>
          <th scope="col" className="py-2 pr-4 pl-3 font-medium text-ink">
            {t("withThis")}
          </th>
        </tr>
      </thead>
      <tbody>
        <Line title={t("verdict")} values={both.map(({ standing }) => standing.verdict)}>
          {both.map(({ standing }, place) => (
            <VerdictPill key={place ? "supposed" : "asIs"} verdict={standing.verdict} />
          ))}
        </Line>
        <Line title={t("strength")} values={both.map(({ standing }) => String(Math.round(standing.strength)))} />
        {dates.map((date) => (
          <Line key={date} title={t(date)} values={both.map(({ standing }) => momentOf(standing, date) ?? "never")}>
            {both.map(({ standing }, place) => (
              <UntilText key={place ? "supposed" : "asIs"} until={momentOf(standing, date)} at={standing.at} />
            ))}
          </Line>
        ))}
        <Line title={t("missing")} values={steps.map((step) => JSON.stringify(step))}>
          {steps.map((step, place) => (
            <span key={place ? "supposed" : "asIs"}>
              {step ? <SentenceText sentence={step} /> : t("nothingMissing")}
            </span>
          ))}
        </Line>
      </tbody>
    </table>
  );
}

const momentOf = (standing: Standing, date: "readyUntil" | "warmUntil" | "evidenceUntil"): Until =>
  date === "warmUntil" ? standing.rules.warm.until : standing[date];

/** One row; what changes stands out by its weight. `children` are the two values, where they are more than text. */
function Line({ title, values, children }: { title: string; values: string[]; children?: ReactNode[] }) {
  const [before, after] = values;
  const [left, right] = children ?? values;
  return (
    <tr className="border-line border-t align-top">
      <th scope="row" className="py-2 pl-4 text-left font-normal text-dim">
        {title}
      </th>
      <td className="px-3 py-2">{left}</td>
      <td className={cn("py-2 pr-4 pl-3", before !== after && "font-bold")}>{right}</td>
    </tr>
  );
}

function UntilText({ until, at }: { until: Until; at: string }) {
  const t = useTranslations("strength.whatIf");
  if (until === null) return t("never");
  if (until === "forever") return t("forever");
  const day = <DayOf moment={until} />;
  return until > at ? day : t.rich("ended", { day: () => day });
}
