import "server-only";
import type { OwnerDb } from "@/lib/db";
import type { Heat } from "./curve";

/** What draws a contact's strength: the heat after each of the last days something happened, and the policy's measures. */
export type StrengthHistory = { heats: Heat[]; halfLifeDays: number; warmAt: number };

/** The last `days` days with events since `since` (ISO time), and how things stood before them. */
export async function getStrengthHistory(
  db: OwnerDb,
  contactId: string,
  since: string,
  days = 20,
): Promise<StrengthHistory> {
  // One statement: heats only mean something with the half-life they were made with.
  const [history] = await db.$queryRaw<[StrengthHistory]>`
    with happened as (
      select max(i.occurred_at) as at
      from interaction_contact ic join interaction i on i.owner_id = ic.owner_id and i.id = ic.interaction_id
      where ic.owner_id = ${db.owner}::uuid and ic.contact_id = ${contactId}::uuid
        and i.confirmed and i.occurred_at > ${since}::timestamptz
      group by (i.occurred_at at time zone 'UTC')::date
      order by at desc limit ${days}
    ), heats as (
      select extract(epoch from moment.at)::float8 * 1000 as at, st.heat
      from (select at from happened union all select ${since}::timestamptz) as moment
      cross join lateral standing_as_of(${db.owner}::uuid, ${contactId}::uuid, moment.at) as st
      where st.heat is not null
    )
    select half_life_days as "halfLifeDays", warm_at as "warmAt",
      coalesce((select jsonb_agg(jsonb_build_object('at', at, 'heat', heat) order by at) from heats), '[]') as heats
    from policy_in_force(${db.owner}::uuid)`;
  return history;
}
