import "server-only";
import { allOf } from "@/lib/all-of";
import { recordNetworkOnce } from "@/lib/connections/network/data";
import { dayOf } from "@/lib/dates/format";
import type { OwnerDb, OwnerSql } from "@/lib/db";
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
import type { Counts, Today, Week } from "./schema";
import { lastMondays } from "./weeks";

/** What the rail shows beside its entries, and Today's lanes above theirs. */
export async function getCounts(db: OwnerSql): Promise<Counts> {
  const overview = countOverview(db);
  return allOf({
    overview,
    queue: countQueue(db, overview),
    invitations: countInvitations(db),
    owed: countOwed(db),
  });
}

/**
 * All lanes of Today: how many are in each, and the first few with what their rows say. `counts`: where they are asked for
 * already. They are waited for last, and were asked for first: a transaction that waits for one behind it could wait for ever.
 */
export async function getToday(
  db: OwnerDb,
  timeZone: string,
  { counts, limit = 3 }: { counts?: Promise<Counts>; limit?: number } = {},
): Promise<Today> {
  const today = dayOf(new Date(), timeZone);
  const { firstSteps, sample, followUps, ...lanes } = await allOf({
    network: recordNetworkOnce(db, today),
    firstSteps: getFirstSteps(db),
    sample: countSample(db),
    ready: listQueue(db, { limit }).then(({ rows }) => withRecords(db, rows, timeZone)),
    invitations: listInvitations(db, "toAnswer", { limit }),
    followUps: getDueFollowUps(db, today, limit),
    owed: listOwed(db, timeZone, { limit }),
    touch: listDue(db, timeZone, limit),
    lapsing: listLapsing(db, limit),
  });
  const { overview, queue, invitations, owed } = await (counts ?? getCounts(db));
  const { due } = await allOf({ due: countDue(db, overview), day: recordStanding(db, today, overview) });
  return {
    firstSteps,
    sample,
    followUps,
    ready: { count: queue.ready, setAside: queue.setAside, people: lanes.ready },
    invitations: { count: invitations.toAnswer, items: lanes.invitations.items },
    owed: { count: owed, items: lanes.owed },
    touch: { count: due, items: lanes.touch },
    lapsing: { count: overview.lanes.lapsing, items: lanes.lapsing },
  };
}

/** What was logged in each of the last `weeks` calendar weeks of the owner, the oldest first, empty ones included. */
export async function listWeeks(db: OwnerSql, timeZone: string, now = new Date(), weeks = 12): Promise<Week[]> {
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
