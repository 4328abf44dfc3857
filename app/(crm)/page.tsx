import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SampleNotice } from "@/components/sample/sample-notice";
import { SampleOffer } from "@/components/sample/sample-offer";
import { ClientMessages } from "@/components/shell/client-messages";
import { FirstSteps } from "@/components/today/first-steps";
import { FollowUpsLane } from "@/components/today/follow-ups-lane";
import { Greeting } from "@/components/today/greeting";
import { InvitationsLane } from "@/components/today/invitations-lane";
import { LapsingLane } from "@/components/today/lapsing-lane";
import { NetworkPanel } from "@/components/today/network-panel";
import { OwedLane } from "@/components/today/owed-lane";
import { ReadyLane } from "@/components/today/ready-lane";
import { TouchLane } from "@/components/today/touch-lane";
import { Columns } from "@/components/ui/columns";
import { ahead } from "@/lib/ahead";
import { requireSignedIn } from "@/lib/auth";
import { asOwner } from "@/lib/db";
import { askCounts } from "@/lib/today/ask";
import { getToday, listWeeks } from "@/lib/today/data";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("today");
  return { title: t("title") };
}

export default async function TodayPage() {
  const { owner, account } = await requireSignedIn();
  // Counted beside the lanes; of what was logged it takes the longer the more there is.
  const counts = ahead(askCounts(owner));
  const weeks = ahead(asOwner(owner, (db) => listWeeks(db, account.timeZone), { keepsPlans: true }));
  const today = await asOwner(owner, (db) => getToday(db, account.timeZone, { counts }), {
    snapshot: true,
    keepsPlans: true,
  });
  const { overview } = await counts;
  return (
    <ClientMessages only={["recommendations.later", "follow-ups"]}>
      <Greeting name={account.name} ready={today.ready.count} touch={today.touch.count} />
      <SampleNotice people={today.sample} />
      <FirstSteps steps={today.firstSteps} />
      {today.firstSteps.isEmpty && <SampleOffer />}
      {(today.firstSteps.done.contacts || today.sample > 0) && (
        <Columns
          aside={
            <>
              <NetworkPanel network={overview} weeks={await weeks} />
              <FollowUpsLane {...today.followUps} />
              <OwedLane {...today.owed} />
            </>
          }
        >
          <ReadyLane {...today.ready} />
          <InvitationsLane {...today.invitations} />
          <TouchLane {...today.touch} />
          <LapsingLane lane={today.lapsing} />
        </Columns>
      )}
    </ClientMessages>
  );
}
