import type { FollowUp } from "@/lib/follow-ups/schema";
import type { InvitationSummary, OpenInvitations } from "@/lib/invitations/schema";
import type { ReadyPerson } from "@/lib/ready/schema";
import type { LedgerLine } from "@/lib/recommendations/schema";
import type { TouchRow } from "@/lib/rhythm/schema";
import type { LaneRow, Overview, QueueCounts } from "@/lib/strength/schema";
import type { FirstSteps } from "./first-steps/schema";

/** Interactions of one calendar week, named by its Monday (an ISO day). */
export type Week = { monday: string; count: number };

/** A lane's first rows, and how many there are in all. */
export type LaneOf<Item> = { count: number; items: Item[] };

export type Today = {
  touch: LaneOf<TouchRow>;
  lapsing: LaneOf<LaneRow>;
  firstSteps: FirstSteps;
  /** How many of the owner's contacts are made up. */
  sample: number;
  ready: { count: number; setAside: number; people: ReadyPerson[] };
  invitations: LaneOf<InvitationSummary>;
  followUps: LaneOf<FollowUp>;
  owed: { count: number; items: LedgerLine[] };
};

/** What is counted for every page. */
export type Counts = {
  overview: Overview;
  queue: QueueCounts;
  invitations: OpenInvitations;
  /** People the owner owes a recommendation. */
  owed: number;
};

export type RailCounts = { contacts: number; ready: number; invitations: number; recommendations: number };

export const railOf = ({ overview, queue, invitations, owed }: Counts): RailCounts => ({
  contacts: Object.values(overview.verdicts).reduce((total, count) => total + count, 0),
  ready: queue.ready,
  invitations: invitations.toAnswer,
  recommendations: owed,
});
