"use client";

import type { LaterDays } from "@/components/recommendations/later-days";
import { Columns } from "@/components/ui/columns";
import type { Overview } from "@/lib/strength/schema";
import type { Today, Week } from "@/lib/today/schema";
import { FollowUpsLane } from "./follow-ups-lane";
import { InvitationsLane } from "./invitations-lane";
import { LapsingLane } from "./lapsing-lane";
import { NetworkPanel } from "./network-panel";
import { OwedLane } from "./owed-lane";
import { ReadyLane } from "./ready-lane";
import { TouchLane } from "./touch-lane";

/**
 * Whom today is about, and how the network stands beside it. A client component, as it is many rows:
 * docs/decisions/032-what-a-page-is-made-of.md.
 */
export function Lanes({
  today: { ready, invitations, touch, lapsing, followUps, owed },
  overview,
  weeks,
  later,
}: {
  today: Pick<Today, "ready" | "invitations" | "touch" | "lapsing" | "followUps" | "owed">;
  overview: Overview;
  weeks: Week[];
  /** For the menu of what is owed. */
  later: LaterDays;
}) {
  return (
    <Columns
      aside={
        <>
          <NetworkPanel network={overview} weeks={weeks} />
          <FollowUpsLane {...followUps} />
          <OwedLane {...owed} later={later} />
        </>
      }
    >
      <ReadyLane {...ready} />
      <InvitationsLane {...invitations} />
      <TouchLane {...touch} />
      <LapsingLane lane={lapsing} />
    </Columns>
  );
}
