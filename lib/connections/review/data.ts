import "server-only";
import { dayOf } from "@/lib/dates/format";
import type { OwnerDb } from "@/lib/db";
import { countConnections } from "../groups/data";
import { listConnections } from "../list/data";
import { recordNetwork } from "../network/data";
import { countRemovals } from "../removal/data";
import type { RemovalList } from "../removal/schema";
import type { ConnectionPage, ConnectionQuery, GroupCounts } from "../schema";

export type Review = {
  counts: GroupCounts;
  page: ConnectionPage;
  removals: Record<RemovalList, number>;
};

/** The review of connections. Looking at it is what records the network's day. */
export async function getReview(db: OwnerDb, query: ConnectionQuery, timeZone: string): Promise<Review> {
  const counts = await countConnections(db);
  await recordNetwork(db, dayOf(new Date(), timeZone), counts);
  return { counts, page: await listConnections(db, query), removals: await countRemovals(db) };
}
