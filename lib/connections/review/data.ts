import "server-only";
import { allOf } from "@/lib/all-of";
import { dayOf } from "@/lib/dates/format";
import type { OwnerDb } from "@/lib/db";
import { countConnections } from "../groups/data";
import { recordNetwork } from "../network/data";
import { countRemovals } from "../removal/data";
import type { RemovalList } from "../removal/schema";
import type { GroupCounts } from "../schema";

export type ReviewCounts = { groups: GroupCounts; removals: Record<RemovalList, number> };

/** What stands above the review's list. Looking at it is what records the network's day. */
export async function countReview(db: OwnerDb, timeZone: string): Promise<ReviewCounts> {
  const counts = await allOf({ groups: countConnections(db), removals: countRemovals(db) });
  await recordNetwork(db, dayOf(new Date(), timeZone), counts.groups);
  return counts;
}
