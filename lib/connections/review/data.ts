import "server-only";
import { dayOf } from "@/lib/dates/format";
import type { OwnerDb } from "@/lib/db";
import { countConnections } from "../groups/data";
import { listConnections } from "../list/data";
import { getNetwork, recordNetwork } from "../network/data";
import type { NetworkHistory } from "../network/schema";
import { countRemovals } from "../removal/data";
import type { RemovalList } from "../removal/schema";
import type { ConnectionPage, ConnectionQuery, GroupCounts } from "../schema";

export type Review = {
  counts: GroupCounts;
  page: ConnectionPage;
  removals: Record<RemovalList, number>;
  /** The picture stands above the list as it opens; null where something is asked of the list. */
  network: NetworkHistory | null;
};

/** The review of connections. Looking at it is what records the network's day. */
export async function getReview(db: OwnerDb, query: ConnectionQuery, timeZone: string): Promise<Review> {
  const today = dayOf(new Date(), timeZone);
  const counts = await countConnections(db);
  await recordNetwork(db, today, counts);
  const opens = query.show === "all" && !query.q && !query.after;
  return {
    counts,
    page: await listConnections(db, query),
    removals: await countRemovals(db),
    network: opens ? await getNetwork(db, today) : null,
  };
}
