import "server-only";
import { allOf } from "@/lib/all-of";
import { dayOf } from "@/lib/dates/format";
import type { OwnerDb } from "@/lib/db";
import { getDeskSetting } from "@/lib/desk/data";
import { overdueBefore } from "@/lib/invitations/outgoing/data";
import { countOverview } from "@/lib/strength/lanes/data";
import { listWeeks } from "@/lib/today/data";
import { listStandingDays, recordStanding } from "./days/data";
import { countRulesMet, listAcceptedMonths } from "./figures/data";

/** How it stands over time and which invitations were accepted. Looking at it is what keeps today's counts. */
export async function getNetworkOverTime(db: OwnerDb, timeZone: string) {
  const today = dayOf(new Date(), timeZone);
  await recordStanding(db, today, await countOverview(db));
  const { withdrawAfterDays } = await getDeskSetting(db);
  return {
    days: await listStandingDays(db, today),
    accepted: await listAcceptedMonths(db, overdueBefore(withdrawAfterDays), timeZone),
  };
}

/** What is counted row by row when it is asked: what was logged lately, and the rules of everybody. */
export async function getNetworkCounts(db: OwnerDb, timeZone: string) {
  return allOf({ weeks: listWeeks(db, timeZone), met: countRulesMet(db) });
}
