import "server-only";
import { recordNetworkOnce } from "@/lib/connections/network/data";
import { dayOf } from "@/lib/dates/format";
import type { OwnerDb } from "@/lib/db";
import { getDueFollowUps } from "@/lib/follow-ups/data";
import { countInvitations, listInvitations } from "@/lib/invitations/lists/data";
import { recordStanding } from "@/lib/network/days/data";
import { withRecords } from "@/lib/ready/data";
import { countOwed, listOwed } from "@/lib/recommendations/ledger/data";
import { countDue, listDue } from "@/lib/rhythm/due/data";
import { countSample } from "@/lib/sample/data";
import { countOverview, listLapsing } from "@/lib/strength/lanes/data";
import { countQueue, listQueue } from "@/lib/strength/lanes/queue/data";
import { getFirstSteps } from "./first-steps/data";
import type { Beside, Counts, Lanes, Week } from "./schema";
import { lastMondays } from "./weeks";

/** Rows of a lane. */
const shown = 3;

/** What the rail shows beside its entries, and Today's lanes above theirs. */
export async function getCounts(db: OwnerDb): Promise<Counts> {
  const overview = await countOverview(db);
  return {
    overview,
    queue: await countQueue(db, overview),
    invitations: await countInvitations(db),
    owed: await countOwed(db),
  };
}

/**
 * Whom to turn to today: how many are in each lane, and the first few with what their rows say. `counts` may still be on
 * their way, in a transaction that was begun before this one.
 */
export async function getLanes(
  db: OwnerDb,
  timeZone: string,
  counts: Counts | Promise<Counts>,
  limit = shown,
): Promise<Lanes> {
  const today = dayOf(new Date(), timeZone);
  await recordNetworkOnce(db, today);
  const people = await withRecords(db, (await listQueue(db, { limit })).rows, timeZone);
  const toAnswer = (await listInvitations(db, "toAnswer", { limit })).items;
  const due = await listDue(db, timeZone, limit);
  const lapsing = await listLapsing(db, limit);
  const { overview, queue, invitations } = await counts;
  await recordStanding(db, today, overview);
  return {
    ready: { count: queue.ready, setAside: queue.setAside, people },
    invitations: { count: invitations.toAnswer, items: toAnswer },
    touch: { count: await countDue(db, overview), items: due },
    lapsing: { count: overview.lanes.lapsing, items: lapsing },
  };
}

/** What stands beside the lanes, and above them while Vouch is new. */
export async function getBeside(db: OwnerDb, timeZone: string, limit = shown): Promise<Beside> {
  return {
    firstSteps: await getFirstSteps(db),
    sample: await countSample(db),
    followUps: await getDueFollowUps(db, dayOf(new Date(), timeZone), limit),
    owed: await listOwed(db, timeZone, { limit }),
  };
}

/** What was logged in each of the last `weeks` calendar weeks of the owner, the oldest first, empty ones included. */
export async function listWeeks(db: OwnerDb, timeZone: string, now = new Date(), weeks = 12): Promise<Week[]> {
  const mondays = lastMondays(timeZone, now, weeks);
  // A count a week, each a range of an index that holds all it asks for.
  return db.$queryRaw<Week[]>`
    select to_char(week.monday, 'YYYY-MM-DD') as monday,
      (select count(*)::int from interaction i
       where i.owner_id = ${db.owner}::uuid and i.confirmed
         and i.occurred_at >= week.monday at time zone ${timeZone}
         and i.occurred_at < (week.monday + interval '7 days') at time zone ${timeZone}) as count
    from unnest(${mondays}::timestamp[]) with ordinality as week (monday, place)
    order by week.place`;
}
