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
import { getBeside, getLanes, listWeeks } from "@/lib/today/data";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("today");
  return { title: t("title") };
}

export default async function TodayPage() {
  const { owner, account } = await requireSignedIn();
  const { timeZone } = account;
  // Beside one another: the counts first, which the lanes wait for.
  const asked = ahead(askCounts(owner));
  const weeks = ahead(asOwner(owner, (db) => listWeeks(db, timeZone)));
  const aside = ahead(asOwner(owner, (db) => getBeside(db, timeZone), { snapshot: true }));
  const lanes = await asOwner(owner, (db) => getLanes(db, timeZone, asked), { snapshot: true });
  const counts = await asked;
  const { firstSteps, sample, followUps, owed } = await aside;
  return (
    <ClientMessages only={["recommendations.later", "follow-ups"]}>
      <Greeting name={account.name} ready={lanes.ready.count} touch={lanes.touch.count} />
      <SampleNotice people={sample} />
      <FirstSteps steps={firstSteps} />
      {firstSteps.isEmpty && <SampleOffer />}
      {(firstSteps.done.contacts || sample > 0) && (
        <Columns
          aside={
            <>
              <NetworkPanel network={counts.overview} weeks={await weeks} />
              <FollowUpsLane {...followUps} />
              <OwedLane count={counts.owed} items={owed} />
            </>
          }
        >
          <ReadyLane {...lanes.ready} />
          <InvitationsLane {...lanes.invitations} />
          <TouchLane {...lanes.touch} />
          <LapsingLane lane={lanes.lapsing} />
        </Columns>
      )}
    </ClientMessages>
  );
}
