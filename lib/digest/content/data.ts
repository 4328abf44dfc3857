// What a digest tells: the lanes of Today, read as Today reads them.
import "server-only";
import { dayOf } from "@/lib/dates/format";
import type { OwnerDb } from "@/lib/db";
import { getDueFollowUps } from "@/lib/follow-ups/data";
import { countInvitations, listInvitations } from "@/lib/invitations/lists/data";
import { giveWay } from "@/lib/operations/give-way";
import { countOwed, listOwed } from "@/lib/recommendations/ledger/data";
import { countDue, listDue } from "@/lib/rhythm/due/data";
import { countOverview, listLapsing } from "@/lib/strength/lanes/data";
import { countQueue, listQueue } from "@/lib/strength/lanes/queue/data";
import type { Part } from "../parts";
import type { DigestContent } from "../schema";

/** At most `limit` of each part; the counts are of all. */
export async function readDigest(
  db: OwnerDb,
  wanted: readonly Part[],
  timeZone: string,
  { now = new Date(), limit = 7 } = {},
): Promise<DigestContent> {
  const today = dayOf(now, timeZone);
  const overview = await countOverview(db);
  const read = {
    followUps: () => getDueFollowUps(db, today, limit),
    touch: async () => ({ count: await countDue(db, overview), items: await listDue(db, timeZone, limit) }),
    invitations: async () => ({
      count: (await countInvitations(db)).toAnswer,
      items: (await listInvitations(db, "toAnswer", { limit })).items,
    }),
    ready: async () => ({
      count: (await countQueue(db, overview)).ready,
      items: (await listQueue(db, { limit })).rows,
    }),
    lapsing: async () => ({ count: overview.lanes.lapsing, items: await listLapsing(db, limit) }),
    owed: async () => ({ count: await countOwed(db), items: await listOwed(db, timeZone, { limit, now }) }),
  };
  const content: DigestContent = {};
  for (const part of wanted) {
    await giveWay();
    const lane = await read[part]();
    if (lane.count > 0) Object.assign(content, { [part]: lane });
  }
  return content;
}
