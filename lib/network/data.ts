import "server-only";
import { dayOf } from "@/lib/dates/format";
import type { OwnerDb } from "@/lib/db";
import { getDeskSetting } from "@/lib/desk/data";
import { overdueBefore } from "@/lib/invitations/outgoing/data";
import { countOverview } from "@/lib/strength/lanes/data";
import { listWeeks } from "@/lib/today/data";
import { listStandingDays, recordStanding } from "./days/data";
import { countRulesMet, listAcceptedMonths } from "./figures/data";

/** Everything the network's page draws. Looking at it is what keeps today's counts. */
export async function getNetworkFigures(db: OwnerDb, timeZone: string) {
  const today = dayOf(new Date(), timeZone);
  await recordStanding(db, today, await countOverview(db));
  const { withdrawAfterDays } = await getDeskSetting(db);
  return {
    days: await listStandingDays(db, today),
    weeks: await listWeeks(db, timeZone, new Date(), 26),
    met: await countRulesMet(db),
    accepted: await listAcceptedMonths(db, overdueBefore(withdrawAfterDays), timeZone),
  };
}
