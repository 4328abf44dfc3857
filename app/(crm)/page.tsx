import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { ClientMessages } from "@/components/shell/client-messages";
import { FirstSteps } from "@/components/today/first-steps";
import { FollowUpsLane } from "@/components/today/follow-ups-lane";
import { Greeting } from "@/components/today/greeting";
import { InvitationsLane } from "@/components/today/invitations-lane";
import { LapsingLane } from "@/components/today/lapsing-lane";
import { NetworkSection } from "@/components/today/network-section";
import { OwedLane } from "@/components/today/owed-lane";
import { ReadyLane } from "@/components/today/ready-lane";
import { TouchLane } from "@/components/today/touch-lane";
import { Columns } from "@/components/ui/columns";
import { Skeleton } from "@/components/ui/skeleton";
import { requireSignedIn } from "@/lib/auth";
import { asOwner } from "@/lib/db";
import { getToday } from "@/lib/today/data";
import { isStarting } from "@/lib/today/schema";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("today");
  return { title: t("title") };
}

export default async function TodayPage() {
  const { owner, account } = await requireSignedIn();
  const today = await asOwner(owner, (db) => getToday(db, account.timeZone), { snapshot: true });
  return (
    <ClientMessages only={["recommendations", "follow-ups", "rhythm"]}>
      <Greeting name={account.name} ready={today.ready.count} touch={today.touch.count} />
      {isStarting(today.onboarding) && <FirstSteps done={today.onboarding} />}
      {today.onboarding.contacts && (
        <Columns
          aside={
            <>
              <Suspense fallback={<Skeleton className="h-96 rounded-panel" />}>
                <NetworkSection owner={owner} timeZone={account.timeZone} />
              </Suspense>
              <FollowUpsLane {...today.followUps} />
              <OwedLane lines={today.owed} />
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
