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
  // What was logged is counted beside the lanes: the more there is the longer it takes.
  const weeks = ahead(asOwner(owner, (db) => listWeeks(db, account.timeZone)));
  const counts = await askCounts(owner);
  const today = await asOwner(owner, (db) => getToday(db, account.timeZone, { counts }), { snapshot: true });
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
              <NetworkPanel network={counts.overview} weeks={await weeks} />
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
