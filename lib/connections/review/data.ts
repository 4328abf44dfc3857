import "server-only";
import { dayOf } from "@/lib/dates/format";
import type { OwnerDb } from "@/lib/db";
import { countConnections } from "../groups/data";
import { recordNetwork } from "../network/data";
import type { GroupCounts } from "../schema";

/** How many are in each group of the review. Looking at it is what records the network's day. */
export async function countReview(db: OwnerDb, timeZone: string): Promise<GroupCounts> {
  const counts = await countConnections(db);
  await recordNetwork(db, dayOf(new Date(), timeZone), counts);
  return counts;
}
