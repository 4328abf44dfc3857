// The queue without stored standings: S of every contact added up from the interactions when somebody looks, as a view
// that aggregates would. Who is in the queue is still taken from what is stored, so it is less than half of the work.
import type { OwnerId } from "@/lib/db";
import type { Statement } from "./pages";

/** `limit` contacts of the queue, strongest first; the weights are those of prisma/sql/relationship_strength.sql. */
export function queueOnTheFly(owner: OwnerId, limit: number): Statement {
  return {
    text: `
      with people as (
        select interaction_id, count(*) as number from interaction_contact where owner_id = $1 group by 1
      ),
      happened as (
        select ic.contact_id, i.direction, i.occurred_at, (i.occurred_at at time zone 'UTC')::date as day,
          case i.kind when 'IN_PERSON' then 8::float8 when 'VIDEO' then 3 when 'CALL' then 2 when 'MESSAGE' then 0.5 else 0.1 end
          * case i.depth when 'QUICK' then 0.5::float8 when 'NORMAL' then 1 else 1.5 end
          / sqrt(greatest(people.number, i.group_size)::float8) as weight
        from interaction i
        join people on people.interaction_id = i.id
        join interaction_contact ic on ic.owner_id = i.owner_id and ic.interaction_id = i.id
        where i.owner_id = $1 and i.confirmed and i.occurred_at <= now()
      ),
      heaviest as (
        select distinct on (contact_id, direction, day) contact_id, direction, occurred_at, weight
        from happened order by contact_id, direction, day, weight desc, occurred_at desc
      ),
      sums as (
        select contact_id,
          coalesce(sum(decayed) filter (where direction = 'JOINT'), 0) as j,
          coalesce(sum(decayed) filter (where direction = 'INBOUND'), 0) as i,
          coalesce(sum(decayed) filter (where direction = 'OUTBOUND'), 0) as o
        from (
          select h.contact_id, h.direction,
            h.weight * power(2::float8, -extract(epoch from now() - h.occurred_at) / 86400 / p.half_life_days) as decayed
          from heaviest h cross join policy_in_force($1) p
        ) d
        group by contact_id
      )
      select sums.contact_id as "contactId", j + (i + o) / 2 + least(i, o) as s
      from sums join contact_standing st on st.owner_id = $1 and st.contact_id = sums.contact_id
      where st.queue_until > now() and (st.blocked_until is null or st.blocked_until <= now())
      order by s desc, "contactId" limit $2`,
    values: [owner, limit],
  };
}
