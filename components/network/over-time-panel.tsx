import { useTranslations } from "next-intl";
import { Day } from "@/components/ui/date";
import { Panel, PanelHeader } from "@/components/ui/panel";
import type { StandingDay } from "@/lib/network/schema";
import { type Band, bands, type Verdict, verdicts } from "@/lib/strength/schema";
import { DaysTable } from "./days-table";
import { StandingLine } from "./standing-line";

const inks: Record<Verdict, string> = {
  READY: "text-ready",
  ALMOST: "text-almost",
  BUILDING: "text-building",
  PENDING: "text-pending",
  CONNECTED: "text-connected",
  BLOCKED: "text-blocked",
};

const momentOf = ({ day }: StandingDay) => Date.parse(`${day}T00:00:00Z`);

/** The network by verdict and by strength since it was first looked at: a small picture each, and a table of the months. */
export function OverTimePanel({ days }: { days: StandingDay[] }) {
  const t = useTranslations("network");
  const strength = useTranslations("strength");
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  const to = momentOf(last);
  const span = { from: Math.min(momentOf(first), to - 90 * 86_400_000), to };
  const line = (key: string, name: string, ink: string, countOf: (day: StandingDay) => number) => (
    <StandingLine
      key={key}
      name={name}
      ink={ink}
      points={days.map((day) => ({ at: momentOf(day), count: countOf(day) }))}
      {...span}
    />
  );
  return (
    <Panel aria-labelledby="over-time" className="pb-4">
      <PanelHeader id="over-time" title={t("overTime")}>
        {t.rich("since", { day: () => <Day day={first.day} /> })}
      </PanelHeader>
      <div className="grid gap-5 px-4 pt-1">
        <h3 className="-mb-3 font-medium">{t("byVerdict")}</h3>
        <ul className="grid gap-x-6 gap-y-4 sm:grid-cols-2 xl:grid-cols-3">
          {verdicts.map((key: Verdict) =>
            line(key, strength(`verdicts.${key}`), inks[key], (day) => day.verdicts[key]),
          )}
        </ul>
        <h3 className="-mb-3 font-medium">{t("byStrength")}</h3>
        <ul className="grid gap-x-6 gap-y-4 sm:grid-cols-2 xl:grid-cols-4">
          {bands.map((key: Band) => line(key, strength(`bands.${key}`), "text-ink/75", (day) => day.bands[key]))}
        </ul>
        <p className="max-w-[80ch] text-dim text-small">{t("honest")}</p>
        <DaysTable days={days} />
      </div>
    </Panel>
  );
}
