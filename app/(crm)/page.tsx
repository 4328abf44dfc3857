import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { laterDays } from "@/components/recommendations/later-days";
import { SampleNotice } from "@/components/sample/sample-notice";
import { SampleOffer } from "@/components/sample/sample-offer";
import { ClientMessages } from "@/components/shell/client-messages";
import { FirstSteps } from "@/components/today/first-steps";
import { Greeting } from "@/components/today/greeting";
import { Lanes } from "@/components/today/lanes";
import { ahead } from "@/lib/ahead";
import { requireSignedIn } from "@/lib/auth";
import { askAsOwner, asOwner } from "@/lib/db";
import type { Branch } from "@/lib/i18n/branches";
import { askCounts } from "@/lib/today/ask";
import { getToday, listWeeks } from "@/lib/today/data";

const laneWords: Branch[] = [
  "today.all",
  "today.strengthOf",
  "today.lastContact",
  "today.ready",
  "today.invitations",
  "today.touch",
  "today.lapsing",
  "today.followUps",
  "today.owed",
  "today.network",
  "network.inNumbers",
  "rhythm.lane",
  "ready.reasons",
  "strength.verdicts",
  "strength.bands",
  "recommendations.later",
  "follow-ups",
];

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("today");
  return { title: t("title") };
}

export default async function TodayPage() {
  const { owner, account } = await requireSignedIn();
  // Counted beside the lanes; of what was logged it takes the longer the more there is.
  const counts = ahead(askCounts(owner));
  const weeks = ahead(askAsOwner(owner, (db) => listWeeks(db, account.timeZone), { keepsPlans: true }));
  const { firstSteps, sample, ...today } = await asOwner(owner, (db) => getToday(db, account.timeZone, { counts }), {
    snapshot: true,
    keepsPlans: true,
  });
  const { overview } = await counts;
  return (
    <ClientMessages only={laneWords}>
      <Greeting name={account.name} ready={today.ready.count} touch={today.touch.count} />
      <SampleNotice people={sample} />
      <FirstSteps steps={firstSteps} />
      {firstSteps.isEmpty && <SampleOffer />}
      {(firstSteps.done.contacts || sample > 0) && (
        <Lanes today={today} overview={overview} weeks={await weeks} later={laterDays(account.timeZone)} />
      )}
    </ClientMessages>
  );
}
