// Counts of what is: for how many people how many rules hold, and which invitations are accepted, month by month.
import "server-only";
import { rulesMet } from "@/lib/contacts/list/conditions/data";
import { dayOf } from "@/lib/dates/format";
import { monthsAfter } from "@/lib/dates/moment";
import type { OwnerDb } from "@/lib/db";
import { isSettled } from "@/lib/invitations/outgoing/works/data";
import { rules } from "@/lib/strength/schema";
import type { AcceptedMonth, RulesMet } from "../schema";

/** From the stored moments, as the view counts them; nobody in the trash. */
export async function countRulesMet(db: OwnerDb): Promise<RulesMet> {
  const rows = await db.$queryRaw<{ met: number; people: number }[]>`
    select ${rulesMet} as met, count(*)::int as people
    from contact_standing st where st.owner_id = ${db.owner}::uuid and st.connection_status is not null
    group by 1`;
  const counts = new Map(rows.map(({ met, people }) => [met, people]));
  return Array.from({ length: rules.length + 1 }, (_, met) => counts.get(met) ?? 0);
}

/**
 * The last `months` calendar months of the owner by when the invitations were sent, the oldest first, empty ones included.
 * Counted are those of which the answers say something: see `isSettled`.
 */
export async function listAcceptedMonths(
  db: OwnerDb,
  sentBefore: Date,
  timeZone: string,
  now = new Date(),
  months = 12,
): Promise<AcceptedMonth[]> {
  const thisMonth = `${dayOf(now, timeZone).slice(0, 7)}-01`;
  const first = monthsAfter(thisMonth, 1 - months);
  const rows = await db.$queryRaw<AcceptedMonth[]>`
    select to_char(sent_at at time zone ${timeZone}, 'YYYY-MM') as month, count(*)::int as sent,
      count(*) filter (where status = 'ACCEPTED')::int as accepted
    from invitation
    where ${isSettled(db, sentBefore)} and sent_at >= ${first}::timestamp at time zone ${timeZone}
    group by 1`;
  const found = new Map(rows.map((row) => [row.month, row]));
  return Array.from({ length: months }, (_, place) => {
    const month = monthsAfter(first, place).slice(0, 7);
    return found.get(month) ?? { month, sent: 0, accepted: 0 };
  });
}
