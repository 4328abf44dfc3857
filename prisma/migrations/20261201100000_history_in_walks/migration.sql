-- As in prisma/sql/relationship_strength.sql: what happened with a contact, and who took part, are two walks along the keys. Joined,
-- each of 2,000 interactions was two walks of its own: 16,102 blocks, now 175.
create or replace function heat_history(owner uuid, contact uuid, since timestamptz) returns table (at timestamptz, heat float8)
language sql stable as $$
  with
  policy as materialized (select half_life_days from policy_in_force(owner)),
  theirs as materialized (
    select array(
      select ic.interaction_id from interaction_contact ic where ic.owner_id = owner and ic.contact_id = contact) as ids
  ),
  -- Two walks along the keys, put together by the interaction: joined, each of thousands would be two walks of its own.
  noted as (
    select i.id, i.kind, i.depth, i.direction, i.occurred_at, i.group_size, 0 as people
    from interaction i
    where i.owner_id = owner and i.id = any((select ids from theirs)::uuid[]) and i.confirmed
    union all
    select other.interaction_id, null, null, null, null, null, 1
    from interaction_contact other
    where other.owner_id = owner and other.interaction_id = any((select ids from theirs)::uuid[])
  ),
  happened as (
    select
      max(n.direction) as direction, max(n.occurred_at) as occurred_at,
      (max(n.occurred_at) at time zone 'UTC')::date as day,
      event_weight(max(n.kind), max(n.depth), greatest(sum(n.people), max(n.group_size))) as weight
    from noted n
    group by n.id
    having count(n.kind) > 0 -- of what isn't confirmed only those who took part are there
  ),
  event as (
    select
      h.*, max(h.occurred_at) over () as newest,
      row_number() over (partition by h.day, h.direction order by h.weight desc, h.occurred_at desc) = 1 as heaviest
    from happened h
  ),
  decayed as (
    select
      e.day, e.occurred_at, e.direction, e.heaviest, days_since_t0(e.newest) / policy.half_life_days as cooling,
      e.weight * power_of_two(
        (days_since_t0(e.occurred_at) - days_since_t0(e.newest)) / policy.half_life_days) as weight
    from event e cross join policy
  ),
  daily as (
    select
      d.day, max(d.occurred_at) as at, max(d.cooling) as cooling,
      sum(d.weight) filter (where d.heaviest and d.direction = 'JOINT') as j,
      sum(d.weight) filter (where d.heaviest and d.direction = 'INBOUND') as i,
      sum(d.weight) filter (where d.heaviest and d.direction = 'OUTBOUND') as o
    from decayed d
    group by d.day
  ),
  summed as (
    select
      day, d.at, log_two(strength_sum(
        coalesce(sum(j) over past, 0), coalesce(sum(i) over past, 0), coalesce(sum(o) over past, 0))) + cooling as heat,
      lead(d.at) over (order by day) as next
    from daily d
    window past as (order by day)
  )
  select s.at, s.heat from summed s where s.at > since or s.next > since or s.next is null order by s.day
$$;
