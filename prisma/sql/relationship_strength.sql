-- The rule of docs/ARCHITECTURE, in one place: what is stored per contact, when it is refreshed, how it is read.
--
-- contact_standing keeps, for every rule, the moment it stops being true, computed from the facts alone (no clock);
-- relationship_strength compares those moments with now(). So a verdict is always current and nothing recomputes it.
--
-- Migrations ship this file; prisma/sql/shipped.test.ts holds the database to it.

-- ─── Small words ─────────────────────────────────────────────────────────────

-- A field that is blank or only white space (what JavaScript's trim removes) is not written.
create function written(field text) returns boolean
language sql immutable parallel safe as $$
  select coalesce(field ~ '[^\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]', false)
$$;

-- Days of 24 hours: adding a calendar day would depend on the session's time zone.
create function in_days(days int) returns interval
language sql immutable parallel safe as $$
  select days * interval '24 hours'
$$;

-- t − T₀ in days, T₀ = 2020-01-01T00:00Z.
create function days_since_t0(t timestamptz) returns float8
language sql stable parallel safe as $$
  select (date_part('epoch', t) - 1577836800) / 86400
$$;

-- 2^exponent; beyond ±1000 Postgres would raise an underflow where zero is meant.
create function power_of_two(exponent float8) returns float8
language sql immutable parallel safe as $$
  select power(2::float8, greatest(least(exponent, 1000), -1000))
$$;

create function log_two(x float8) returns float8
language sql immutable parallel safe as $$
  select ln(x) / ln(2::float8)
$$;

-- What one event weighs for each who took part: kind × depth ÷ √others.
create function event_weight(kind interaction_kind, depth interaction_depth, people float8) returns float8
language sql immutable parallel safe as $$
  select
    case kind when 'IN_PERSON' then 8::float8 when 'VIDEO' then 3 when 'CALL' then 2 when 'MESSAGE' then 0.5 else 0.1 end
    * case depth when 'QUICK' then 0.5::float8 when 'NORMAL' then 1 else 1.5 end
    / sqrt(people)
$$;

-- S of the decayed sums: what is answered counts in full, what is not counts half.
create function strength_sum(joint float8, inbound float8, outbound float8) returns float8
language sql immutable parallel safe as $$
  select joint + (inbound + outbound) / 2 + least(inbound, outbound)
$$;

-- Where a link leads, without scheme, login, www. (or LinkedIn's no., de., …), port, query and trailing slashes:
-- "example.org/team/ada".
-- Null for what is no link.
create function page_of(url text) returns text
language sql immutable parallel safe as $$
  select part[1] || rtrim(coalesce(part[2], ''), '/')
  from regexp_match(
    lower(btrim(url)),
    '^(?:[a-z][a-z0-9+.-]*://|mailto:)?(?:[^\s/?#@]*@)?(?:www\.|[a-z]{2}\.(?=linkedin\.com))?([^\s/?#:]+?)\.?(?::\d+)?(/[^\s?#]*)?(?:[?#]\S*)?$'
  ) as part
$$;

-- Where a check's information comes from: the link's host, else the source's name, lower-cased and trimmed.
create function check_origin(source_url text, source_name text) returns text
language sql immutable parallel safe as $$
  select coalesce(split_part(page_of(source_url), '/', 1), lower(btrim(source_name)), '')
$$;

-- The owner's policy, or the defaults of an owner who has none.
create function policy_in_force(owner uuid)
returns table (
  half_life_days int, warm_at float8, min_two_way_days int, min_common_ground int, min_checks int,
  min_check_kinds int, check_max_age_days int, assessment_max_age_days int, remote_min_calls int,
  remote_min_span_days int, require_support_each_way boolean
)
language sql stable parallel safe as $$
  select
    coalesce(p.half_life_days, 180), coalesce(p.warm_at, 4), coalesce(p.min_two_way_days, 2),
    coalesce(p.min_common_ground, 2), coalesce(p.min_checks, 2), coalesce(p.min_check_kinds, 2),
    coalesce(p.check_max_age_days, 365), coalesce(p.assessment_max_age_days, 365), coalesce(p.remote_min_calls, 3),
    coalesce(p.remote_min_span_days, 60), coalesce(p.require_support_each_way, false)
  from (select owner as owner_id) o left join policy p using (owner_id)
$$;

-- ─── From facts to standing ──────────────────────────────────────────────────

-- The checks that count for these contacts: supporting, independent, each valid until a moment. What stands on the
-- contact's own pages is their own word, whatever was ticked; what comes from nowhere has no origin to count.
create function supporting_checks(owner uuid, contacts uuid[], moment timestamptz)
returns table (contact_id uuid, id uuid, kind check_kind, origin text, until timestamptz)
language sql stable as $$
  with
  asked as materialized (select distinct id from unnest(contacts) as id),
  own_page as materialized (
    select own.id, own.page, split_part(own.page, '/', 1) as host
    from (
      select a.id, page_of(p.value) as page
      from asked a join contact_point p on p.owner_id = owner and p.contact_id = a.id and p.kind = 'URL'
      union all
      select a.id, 'linkedin.com/in/' || lower(alias.slug)
      from asked a join linkedin_alias alias on alias.owner_id = owner and alias.contact_id = a.id
    ) own
  )
  select k.contact_id, k.id, k.kind, k.origin, coalesce(k.expires_at, k.checked_at + in_days(policy.check_max_age_days))
  from asked a
  cross join policy_in_force(owner) policy
  join credential_check k on k.owner_id = owner and k.contact_id = a.id
  where k.finding = 'SUPPORTS' and k.independent and k.origin <> '' and k.checked_at <= moment
    and not exists (
      select from own_page own
      where own.id = k.contact_id
        -- almost no source is on a host of theirs, and seeing that takes a thirtieth of page_of
        and strpos(lower(concat_ws(' ', k.source_url, k.origin)), own.host) > 0
        and starts_with(coalesce(page_of(k.source_url), k.origin) || '/', own.page || '/'))
$$;

-- The standing of these contacts from the facts dated up to `moment`. Everything repeats bit for bit: the decayed
-- sums are added in time order, and each has at most one event a day.
create function standing_of(owner uuid, contacts uuid[], moment timestamptz) returns setof contact_standing
language sql stable as $$
  with
  policy as materialized (select * from policy_in_force(owner)),
  person as materialized (
    select
      c.id, written(c.how_we_met) as how_we_met, written(c.expertise) as expertise,
      written(c.geographic_barrier) as barrier, c.do_not_connect,
      case when c.deleted_at is null then c.connection_status end as connection_status
    from (select distinct id from unnest(contacts) as id) asked
    join contact c on c.owner_id = owner and c.id = asked.id
  ),

  -- What happened. What nobody confirmed did not happen.
  happened as (
    select
      p.id, i.kind, i.direction, i.occurred_at, (i.occurred_at at time zone 'UTC')::date as day,
      event_weight(i.kind, i.depth, greatest(count(*), i.group_size)) as weight
    from person p
    join interaction_contact ic on ic.owner_id = owner and ic.contact_id = p.id
    join interaction i on i.owner_id = owner and i.id = ic.interaction_id
    join interaction_contact other on other.owner_id = owner and other.interaction_id = i.id
    where i.confirmed and (i.occurred_at <= moment) is true -- "is true": found by its key, not by its date
    group by p.id, i.owner_id, i.id
  ),
  event as (
    select
      h.*, max(occurred_at) over (partition by id) as newest,
      -- of one day and direction only the heaviest counts, of equal weights the latest
      row_number() over (partition by id, direction, day order by weight desc, occurred_at desc) = 1 as heaviest
    from happened h
  ),
  contact_made as materialized (
    select
      e.id,
      max(e.newest) as newest,
      count(*)::int as interactions,
      bool_or(e.kind = 'IN_PERSON') as in_person,
      count(distinct e.day) filter (where e.kind in ('VIDEO', 'CALL')) as call_days,
      max(e.day) filter (where e.kind in ('VIDEO', 'CALL')) - min(e.day) filter (where e.kind in ('VIDEO', 'CALL')) as call_span,
      (count(*) filter (where e.heaviest and e.direction = 'JOINT') + least(
        count(*) filter (where e.heaviest and e.direction = 'INBOUND'),
        count(*) filter (where e.heaviest and e.direction = 'OUTBOUND')))::int as two_way_days,
      coalesce(sum(e.decayed order by e.day) filter (where e.heaviest and e.direction = 'JOINT'), 0) as j,
      coalesce(sum(e.decayed order by e.day) filter (where e.heaviest and e.direction = 'INBOUND'), 0) as i,
      coalesce(sum(e.decayed order by e.day) filter (where e.heaviest and e.direction = 'OUTBOUND'), 0) as o
    from (
      select event.*, event.weight * power_of_two(
        (days_since_t0(event.occurred_at) - days_since_t0(event.newest)) / policy.half_life_days) as decayed
      from event cross join policy
    ) e
    group by e.id
  ),

  support as materialized (select * from supporting_checks(owner, contacts, moment)),
  by_origin as materialized (
    select contact_id as id, array_agg(until order by until desc) as until
    from (select contact_id, max(until) as until from support group by contact_id, origin) latest group by contact_id
  ),
  by_kind as materialized (
    select contact_id as id, array_agg(until order by until desc) as until
    from (select contact_id, max(until) as until from support group by contact_id, kind) latest group by contact_id
  ),
  concern as materialized (
    select distinct p.id
    from person p join credential_check k on k.owner_id = owner and k.contact_id = p.id
    where k.finding = 'CONCERN' and k.checked_at <= moment and (k.resolved_at is null or k.resolved_at > moment)
  ),

  help as materialized (
    select p.id, bool_or(s.direction = 'GIVEN') and bool_or(s.direction = 'RECEIVED') as each_way
    from person p join support_act s on s.owner_id = owner and s.contact_id = p.id
    where s.occurred_at <= moment
    group by p.id
  ),
  withdrawn as materialized (
    select p.id, max(v.answered_at) + in_days(21) as until
    from person p join invitation v on v.owner_id = owner and v.contact_id = p.id
    where v.direction = 'OUTGOING' and v.status = 'WITHDRAWN' and v.answered_at <= moment
    group by p.id
  ),
  assessed as materialized (
    select
      p.id, a.reviewed_at + in_days(policy.assessment_max_age_days) as review_due,
      (select count(distinct lower(btrim(entry))) from unnest(a.common_ground) as entry where written(entry)) as common_ground,
      coalesce(a.wants_to_deepen = 'YES', false) as deepen,
      written(a.goal) as goal,
      coalesce(a.i_believe = 'YES', false) as i_believe,
      coalesce(a.they_believe = 'YES', false) as they_believe,
      coalesce(a.synergy = 'YES', false) as synergy,
      written(a.can_say) as can_say,
      coalesce(a.would_introduce = 'YES', false) as would_introduce
    from person p
    cross join policy
    join assessment a on a.owner_id = owner and a.contact_id = p.id
    where a.reviewed_at <= moment
  ),

  -- Every condition of every rule, as yes or no, or as the moment it stops holding.
  fact as materialized (
    select
      p.id, p.do_not_connect, p.connection_status, p.connection_status is not null as present,
      m.newest, coalesce(m.interactions, 0) as interactions, two_way.days as two_way_days,
      log_two(strength_sum(m.j, m.i, m.o)) + days_since_t0(m.newest) / policy.half_life_days as heat,
      policy.half_life_days, policy.warm_at,
      p.how_we_met, p.expertise, two_way.days >= policy.min_two_way_days as in_contact,
      a.review_due,
      coalesce(a.deepen, false) as deepen,
      coalesce(a.common_ground, 0) >= policy.min_common_ground as common_ground,
      coalesce(a.goal, false) as goal,
      coalesce(a.i_believe, false) as i_believe,
      coalesce(a.they_believe, false) as they_believe,
      not policy.require_support_each_way or coalesce(help.each_way, false) as helped,
      met.in_person or met.remotely as met,
      case when needed.origins > 0 then by_origin.until[needed.origins] else 'infinity' end as origins_until,
      case when policy.min_check_kinds > 0 then by_kind.until[policy.min_check_kinds] else 'infinity' end as kinds_until,
      coalesce(a.synergy, false) as synergy,
      coalesce(a.can_say, false) as can_say,
      coalesce(a.would_introduce, false) as would_introduce,
      concern.id is not null as concern,
      withdrawn.until as cooldown_until
    from person p
    cross join policy
    left join contact_made m on m.id = p.id
    left join assessed a on a.id = p.id
    left join by_origin on by_origin.id = p.id
    left join by_kind on by_kind.id = p.id
    left join concern on concern.id = p.id
    left join help on help.id = p.id
    left join withdrawn on withdrawn.id = p.id
    cross join lateral (select coalesce(m.two_way_days, 0) as days) two_way
    cross join lateral (
      select coalesce(m.in_person, false) as in_person,
        p.barrier and coalesce(
          m.call_days >= policy.remote_min_calls and m.call_span >= policy.remote_min_span_days, false) as remotely) met
    cross join lateral (
      -- where nobody met, one more independent origin
      select policy.min_checks + (met.remotely and not met.in_person)::int as origins) needed
  ),
  moments as (
    select
      f.*,
      case when how_we_met and expertise and in_contact then 'infinity'::timestamptz end as knows_until,
      case when deepen and common_ground then review_due end as desires_until,
      case when goal and i_believe and they_believe and helped then review_due end as mutual_until,
      case when met and synergy and num_nulls(origins_until, kinds_until) = 0
        then least(review_due, origins_until, kinds_until) end as verified_until,
      case when can_say and would_introduce then review_due end as vouched_until,
      -- who is in the trash is in no lane
      case when present then to_timestamp(1577836800 + 86400 * half_life_days * (heat - log_two(warm_at))) end as warm_until,
      case when concern or do_not_connect then 'infinity' else cooldown_until end as blocked_until
    from fact f
  ),
  whole as (
    select
      m.*,
      case when present and num_nulls(knows_until, desires_until, mutual_until, verified_until, vouched_until) = 0
        then least(knows_until, desires_until, mutual_until, verified_until, vouched_until) end as evidence_until
    from moments m
  ),
  ready as (
    select
      w.*,
      case when num_nulls(evidence_until, warm_until) = 0 then least(evidence_until, warm_until) end as ready_until,
      -- rules only ever lapse: five of them hold until the fifth-last of their moments
      (select until
        from unnest(array[knows_until, desires_until, mutual_until, verified_until, vouched_until, warm_until]) as until
        where present and until is not null order by until desc offset 4 limit 1) as almost_until
    from whole w
  )
  select
    owner, id, heat, half_life_days,
    knows_until, desires_until, mutual_until, verified_until, vouched_until, warm_until,
    blocked_until, cooldown_until, evidence_until, almost_until, ready_until,
    case when connection_status in ('NONE', 'RECEIVED', 'REMOVED') and blocked_until is distinct from 'infinity'
      then ready_until end,
    connection_status,
    -- every code that is missing or will be once a stored moment has passed, in rule order
    array_remove(array[
      case when not how_we_met then 'know.how_we_met' end,
      case when not expertise then 'know.expertise' end,
      case when not in_contact then 'know.contact' end,
      case when not deepen then 'desire.deepen' end,
      case when not common_ground then 'desire.common_ground' end,
      case when desires_until is not null then 'desires.lapsed' end,
      case when not goal then 'mutual.goal' end,
      case when not i_believe then 'mutual.i_believe' end,
      case when not they_believe then 'mutual.they_believe' end,
      case when not helped then 'mutual.support' end,
      case when mutual_until is not null then 'mutual.lapsed' end,
      case when not met then 'met.in_person' end,
      case when origins_until is null then 'verify.checks' end,
      case when kinds_until is null then 'verify.kinds' end,
      case when not synergy then 'verify.synergy' end,
      case when verified_until is not null then 'verified.lapsed' end,
      case when not can_say then 'vouch.say' end,
      case when not would_introduce then 'vouch.introduce' end,
      case when vouched_until is not null then 'vouched.lapsed' end,
      'warm.contact'
    ], null),
    array_remove(array[
      case when concern then 'concern.open' end,
      case when do_not_connect then 'contact.do_not_connect' end,
      case when cooldown_until is not null then 'invitation.cooldown' end
    ], null),
    newest, interactions, two_way_days
  from ready
$$;

-- The past of one contact, from the facts dated up to then. What carries no date (texts, do_not_connect) is as now.
create function standing_as_of(owner uuid, contact uuid, moment timestamptz) returns setof contact_standing
language sql stable as $$
  select * from standing_of(owner, array[contact], moment)
$$;

-- How strong it was: the heat standing_as_of gives after the last event of each day since `since`, and of the last day
-- before, in one pass over the events instead of one for each day. strength-history.test.ts holds it to standing_as_of.
create function heat_history(owner uuid, contact uuid, since timestamptz) returns table (at timestamptz, heat float8)
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

-- Connected since its day; invited while an invitation of one's own was out; the rest as now where nothing dates it.
create function connection_status_as_of(owner uuid, contact uuid, moment timestamptz) returns connection_status
language sql stable as $$
  select case
    when c.connection_status = 'CONNECTED' and coalesce(c.connected_on <= (moment at time zone 'UTC')::date, true) then 'CONNECTED'
    when v.out > 0 then 'INVITED'
    when c.connection_status = 'CONNECTED' or (c.connection_status = 'INVITED' and v.known > 0) then 'NONE'
    else c.connection_status
  end
  from contact c
  cross join lateral (
    select count(*) as known,
      count(*) filter (where i.sent_at <= moment and (i.answered_at is null or i.answered_at > moment)) as out
    from invitation i
    where i.owner_id = owner and i.contact_id = c.id and i.direction = 'OUTGOING' and i.status <> 'DRAFT'
  ) v
  where c.owner_id = owner and c.id = contact
$$;

-- ─── Counting ────────────────────────────────────────────────────────────────
-- How many read as each verdict and each band, fade or lapse, without reading every standing. Each of these words holds
-- from one stored moment to another, so standing_tally keeps, per owner, hour and word, how many contacts start to be
-- counted under it less how many stop; who counts at a moment is the sum of what came before. An owner's first hour
-- holds everything up to its end, so that the sum stays short.

create function hour_of(moment timestamptz) returns timestamptz
language sql immutable parallel safe as $$
  select date_bin('1 hour', moment, '2020-01-01T00:00Z')
$$;

-- When S falls to what reads as `strength`.
create function falls_to(st contact_standing, strength float8) returns timestamptz
language sql stable parallel safe as $$
  select to_timestamp(1577836800 + 86400 * (st).half_life_days * ((st).heat - log_two(8 * strength / (100 - strength))))
$$;

create function fading_for() returns interval language sql immutable parallel safe as $$ select in_days(21) $$;
create function lapsing_for() returns interval language sql immutable parallel safe as $$ select in_days(30) $$;

-- Where one standing starts (1) or stops (-1) to be counted under a word, as read_standing says it, and the hour of
-- that; who is in the trash is not counted. Arrays side by side, because a rebuild asks for each standing: a third of
-- what a list of values costs.
create function edges_of(st contact_standing)
returns table (reading text, at timestamptz, hour timestamptz, starting int)
language sql stable parallel safe as $$
  select edge.reading, edge.at, hour_of(edge.at), edge.starting
  from (
    select
      unnest(array[
        'CONNECTED', 'PENDING', 'BLOCKED', 'BLOCKED', 'READY', 'READY', 'ALMOST', 'ALMOST', 'BUILDING',
        'strong', 'strong', 'warm', 'warm', 'cool', 'cool', 'cold',
        'fading', 'fading', 'lapsing', 'lapsing']) as reading,
      unnest(array[1, 1, 1, -1, 1, -1, 1, -1, 1, 1, -1, 1, -1, 1, -1, 1, 1, -1, 1, -1]) as starting,
      unnest(array[
        case when status = 'CONNECTED' then '-infinity'::timestamptz end,
        case when status = 'INVITED' then '-infinity'::timestamptz end,
        case when open and blocked_until is not null then '-infinity'::timestamptz end,
        case when open then blocked_until end,
        case when open and ready_until is not null then blocked end,
        case when open and ready_until is not null then ready end,
        case when open and almost_until is not null then ready end,
        case when open and almost_until is not null then almost end,
        case when open then almost end,
        case when status is not null and strong is not null then '-infinity'::timestamptz end,
        case when status is not null then strong end,
        case when status is not null then strong end,
        case when status is not null then warm end,
        case when status is not null then warm end,
        case when status is not null then cool end,
        case when status is not null then coalesce(cool, '-infinity') end,
        warm_until - fading_for(),
        warm_until,
        evidence_until - lapsing_for(),
        evidence_until]) as at
    from (
      select
        (st).connection_status as status, (st).connection_status in ('NONE', 'RECEIVED', 'REMOVED') as open,
        (st).blocked_until, (st).ready_until, (st).almost_until, (st).warm_until, (st).evidence_until,
        coalesce((st).blocked_until, '-infinity') as blocked,
        greatest((st).blocked_until, (st).ready_until, '-infinity') as ready,
        greatest((st).blocked_until, (st).almost_until, '-infinity') as almost,
        falls_to(st, 60) as strong, falls_to(st, 100 / 3::float8) as warm, falls_to(st, 15) as cool
      offset 0 -- each once, not once for each word
    ) ends
  ) edge
  where edge.at < 'infinity'
$$;

-- Joins the hours that are over into the owner's first one, and answers with it. Two hours are left alone, for readers
-- and writers whose now() is not the latest.
create function settle_tally(owner uuid) returns timestamptz
language plpgsql volatile as $$
declare
  earliest constant timestamptz := (select min(hour) from standing_tally where owner_id = owner);
  settled constant timestamptz := hour_of(now()) - interval '2 hours';
begin
  if earliest >= settled then
    return earliest;
  end if;
  with past as (
    delete from standing_tally where owner_id = owner and hour < settled returning reading, contacts
  )
  insert into standing_tally as t (owner_id, hour, reading, contacts)
  select owner, settled, reading, sum(contacts) from past group by reading
  on conflict (owner_id, hour, reading) do update set contacts = t.contacts + excluded.contacts;
  return settled;
end
$$;

-- Who is deleted counts no more. An owner who is going too takes the counts along. As its definer, since it may be the
-- application that deletes; row-level security may hold for the definer too.
create function tally_gone() returns trigger
language plpgsql security definer
set search_path = public, pg_temp
as $$
declare
  named constant text := coalesce(current_setting('app.owner_id', true), '');
  owner uuid;
begin
  for owner in select distinct u.id from old_rows st join app_user u on u.id = st.owner_id loop
    perform set_config('app.owner_id', owner::text, true);
    insert into standing_tally as t (owner_id, hour, reading, contacts)
    select owner, greatest(edge.hour, first.hour), edge.reading, -sum(edge.starting)
    from (select min(tally.hour) as hour from standing_tally tally where tally.owner_id = owner) first
    cross join old_rows st
    cross join lateral edges_of(st) edge
    where st.owner_id = owner
    group by 2, 3
    on conflict (owner_id, hour, reading) do update set contacts = t.contacts + excluded.contacts;
  end loop;
  perform set_config('app.owner_id', named, true);
  return null;
end
$$;

create trigger tally_gone after delete on contact_standing referencing old table as old_rows
for each statement execute function tally_gone();

-- ─── Refreshing ──────────────────────────────────────────────────────────────

-- Standings of one owner are written one transaction at a time: each reads what the one before it committed, so none
-- is lost, and nobody can wait for somebody who waits for them.
create function lock_standing(owner uuid) returns void
language sql volatile as $$
  select pg_advisory_xact_lock(hashtextextended('standing of ' || owner, 0))
$$;

-- Writes the standing of these contacts; those who don't exist (any more) are passed over. The application may call
-- it for the owner its transaction names. Needs READ COMMITTED: after waiting for the lock it must see what was committed.
create function refresh_standing(owner uuid, contacts uuid[]) returns void
language plpgsql volatile security definer
set search_path = public, pg_temp
-- How to plan for a few contacts: look-ups by index, planned once. Below is how for many. Both hold whatever the
-- statistics say about tables that have just been filled.
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set enable_nestloop = on
set work_mem = '4MB'
set jit = off
as $$
declare
  named constant text := coalesce(current_setting('app.owner_id', true), '');
  -- inside a security definer function current_user is its owner; this is who called
  caller constant name := coalesce(nullif(current_setting('role'), 'none'), session_user);
  first timestamptz;
  step int := 200;
  slice uuid[];
begin
  if owner is distinct from current_owner()
    and not exists (select from pg_roles where rolname = caller and (rolsuper or rolbypassrls)) then
    raise insufficient_privilege using message = 'refresh_standing: the transaction names another owner, or none';
  end if;
  perform lock_standing(owner);
  -- Row-level security may hold for the definer too.
  perform set_config('app.owner_id', owner::text, true);
  first := settle_tally(owner);

  -- From a tenth of the owner's contacts on, reading everything once is less than looking each up.
  if cardinality(contacts) > step and cardinality(contacts) * 10 > (select count(*) from contact where owner_id = owner) then
    step := cardinality(contacts);
    perform set_config(setting, value, true) from (values
      ('plan_cache_mode', 'force_custom_plan'), ('enable_seqscan', 'on'), ('enable_hashjoin', 'on'),
      ('enable_mergejoin', 'on'), ('enable_nestloop', 'off'), ('work_mem', '64MB')) as many (setting, value);
  end if;

  for start in 1 .. coalesce(cardinality(contacts), 0) by step loop
    slice := contacts[start : start + step - 1];
    with
    before as materialized (
      select st.* from unnest(slice) as id join contact_standing st on st.owner_id = owner and st.contact_id = id
    ),
    written as (
      insert into contact_standing as st
      select * from standing_of(owner, slice, 'infinity')
      on conflict (owner_id, contact_id) do update set
        heat = excluded.heat,
        half_life_days = excluded.half_life_days,
        knows_until = excluded.knows_until,
        desires_until = excluded.desires_until,
        mutual_until = excluded.mutual_until,
        verified_until = excluded.verified_until,
        vouched_until = excluded.vouched_until,
        warm_until = excluded.warm_until,
        blocked_until = excluded.blocked_until,
        cooldown_until = excluded.cooldown_until,
        evidence_until = excluded.evidence_until,
        almost_until = excluded.almost_until,
        ready_until = excluded.ready_until,
        queue_until = excluded.queue_until,
        connection_status = excluded.connection_status,
        unmet = excluded.unmet,
        blockers = excluded.blockers,
        last_interaction_at = excluded.last_interaction_at,
        interaction_count = excluded.interaction_count,
        two_way_days = excluded.two_way_days
      where st is distinct from excluded
      returning st.*
    ),
    edge as (
      select edge.hour, edge.reading, edge.starting from written st cross join lateral edges_of(st) edge
      union all
      select edge.hour, edge.reading, -edge.starting
      from before st cross join lateral edges_of(st) edge
      where st.contact_id in (select contact_id from written)
    )
    insert into standing_tally as t (owner_id, hour, reading, contacts)
    select owner, greatest(edge.hour, first), edge.reading, sum(edge.starting) from edge
    group by 2, 3
    having sum(edge.starting) <> 0
    on conflict (owner_id, hour, reading) do update set contacts = t.contacts + excluded.contacts;
  end loop;

  perform set_config('app.owner_id', named, true);
end
$$;

-- Every standing of an owner, from the facts.
create function rebuild_standing(owner uuid) returns void
language sql volatile as $$
  select refresh_standing(owner, array(select id from contact where owner_id = owner))
$$;

-- ─── What triggers it ────────────────────────────────────────────────────────
-- One refresh per statement and owner, however many rows it touched.

-- Before a statement locks its first row, so that rows and standings are always locked in the same order. Without a
-- named owner (a superuser's plain SQL) refresh_standing takes the lock.
create function lock_standing_first() returns trigger
language plpgsql as $$
begin
  if current_owner() is not null then
    perform lock_standing(current_owner());
  end if;
  return null;
end
$$;

-- Refreshes these contacts, and everyone on these interactions: one person more or less changes the weight for all.
-- The arrays run in parallel with `owners`. Who is gone is passed over, so deleting a contact or an owner cascades.
-- A transaction that makes the standings itself, all at once or a part at a time, or that only asks what would follow
-- and is rolled back, says so by app.standing_rebuild = 'own'.
create function refresh_touched(owners uuid[], contacts uuid[], interactions uuid[]) returns void
language plpgsql volatile
-- look-ups by key, whatever the statistics say about tables that have just been filled: `offset 0` and `limit 1` keep
-- the planner from comparing every row with every other one
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set enable_nestloop = on
as $$
begin
  if current_setting('app.standing_rebuild', true) = 'own' then
    return;
  end if;
  perform refresh_standing(touched.owner_id, touched.ids)
  from (
    select c.owner_id, array_agg(distinct c.id) as ids
    from (
      select * from unnest(owners, contacts) as row (owner_id, contact_id)
      union
      select row.owner_id, ic.contact_id
      from unnest(owners, interactions) as row (owner_id, interaction_id)
      cross join lateral (
        select ic.contact_id from interaction_contact ic
        where ic.owner_id = row.owner_id and ic.interaction_id = row.interaction_id
        offset 0
      ) ic
    ) t
    cross join lateral (
      select c.owner_id, c.id from contact c where c.owner_id = t.owner_id and c.id = t.contact_id limit 1
    ) c
    group by c.owner_id
    order by c.owner_id -- statements over several owners take their locks in one order
  ) touched;
end
$$;

-- credential_check, assessment, support_act, invitation, and a contact's own pages. An update may move a row from one
-- contact to another.
create function refresh_by_contact() returns trigger
language plpgsql as $$
begin
  case tg_op
    when 'INSERT' then
      perform refresh_touched(array_agg(owner_id), array_agg(contact_id), null) from new_rows;
    when 'DELETE' then
      perform refresh_touched(array_agg(owner_id), array_agg(contact_id), null) from old_rows;
    else
      perform refresh_touched(array_agg(owner_id), array_agg(contact_id), null)
      from (select owner_id, contact_id from old_rows union select owner_id, contact_id from new_rows) t;
  end case;
  return null;
end
$$;

create function refresh_by_participant() returns trigger
language plpgsql as $$
begin
  case tg_op
    when 'INSERT' then
      perform refresh_touched(array_agg(owner_id), null, array_agg(interaction_id))
      from (select distinct owner_id, interaction_id from new_rows) t;
    when 'DELETE' then
      perform refresh_touched(array_agg(owner_id), array_agg(contact_id), array_agg(interaction_id)) from old_rows;
    else
      perform refresh_touched(array_agg(owner_id), array_agg(contact_id), array_agg(interaction_id))
      from (select * from old_rows union select * from new_rows) t;
  end case;
  return null;
end
$$;

-- A new interaction has nobody on it yet, and one that goes takes its participants along: only changes matter here.
create function refresh_by_interaction() returns trigger
language plpgsql
set enable_nestloop = off -- planned once for a connection, perhaps for one row, and then it meets thousands
as $$
begin
  perform refresh_touched(array_agg(n.owner_id), null, array_agg(n.id))
  from new_rows n join old_rows o using (owner_id, id)
  where (n.kind, n.direction, n.occurred_at, n.depth, n.group_size, n.confirmed)
    is distinct from (o.kind, o.direction, o.occurred_at, o.depth, o.group_size, o.confirmed);
  return null;
end
$$;

create function refresh_by_contact_itself() returns trigger
language plpgsql
set enable_nestloop = off -- as above
as $$
begin
  if tg_op = 'INSERT' then
    perform refresh_touched(array_agg(owner_id), array_agg(id), null) from new_rows;
  else
    perform refresh_touched(array_agg(n.owner_id), array_agg(n.id), null)
    from new_rows n join old_rows o using (owner_id, id)
    where (n.how_we_met, n.expertise, n.geographic_barrier, n.do_not_connect, n.connection_status, n.deleted_at)
      is distinct from (o.how_we_met, o.expertise, o.geographic_barrier, o.do_not_connect, o.connection_status, o.deleted_at);
  end if;
  return null;
end
$$;

create function refresh_by_policy() returns trigger
language plpgsql as $$
begin
  if current_setting('app.standing_rebuild', true) = 'own' then -- said here too: it may be asked often, of many contacts
    return null;
  end if;
  if tg_op = 'DELETE' then
    perform refresh_touched(array_agg(c.owner_id), array_agg(c.id), null) from old_rows join contact c using (owner_id);
  else
    perform refresh_touched(array_agg(c.owner_id), array_agg(c.id), null) from new_rows join contact c using (owner_id);
  end if;
  return null;
end
$$;

-- A trigger with transition tables is for one kind of statement only, hence three of each.
do $$
declare
  source text;
begin
  foreach source in array array[
    'policy', 'contact', 'contact_point', 'linkedin_alias', 'interaction', 'interaction_contact', 'credential_check',
    'assessment', 'support_act', 'invitation'
  ] loop
    execute format(
      'create trigger standing_lock before insert or update or delete on %I
       for each statement execute function lock_standing_first()', source);
  end loop;

  foreach source in array array[
    'contact_point', 'linkedin_alias', 'credential_check', 'assessment', 'support_act', 'invitation'
  ] loop
    execute format(
      'create trigger standing_insert after insert on %1$I referencing new table as new_rows
       for each statement execute function refresh_by_contact();
       create trigger standing_update after update on %1$I referencing old table as old_rows new table as new_rows
       for each statement execute function refresh_by_contact();
       create trigger standing_delete after delete on %1$I referencing old table as old_rows
       for each statement execute function refresh_by_contact()', source);
  end loop;
end $$;

create trigger standing_insert after insert on interaction_contact referencing new table as new_rows
for each statement execute function refresh_by_participant();
create trigger standing_update after update on interaction_contact referencing old table as old_rows new table as new_rows
for each statement execute function refresh_by_participant();
create trigger standing_delete after delete on interaction_contact referencing old table as old_rows
for each statement execute function refresh_by_participant();

create trigger standing_update after update on interaction referencing old table as old_rows new table as new_rows
for each statement execute function refresh_by_interaction();

create trigger standing_insert after insert on contact referencing new table as new_rows
for each statement execute function refresh_by_contact_itself();
create trigger standing_update after update on contact referencing old table as old_rows new table as new_rows
for each statement execute function refresh_by_contact_itself();

create trigger standing_insert after insert on policy referencing new table as new_rows
for each statement execute function refresh_by_policy();
create trigger standing_update after update on policy referencing new table as new_rows
for each statement execute function refresh_by_policy();
create trigger standing_delete after delete on policy referencing old table as old_rows
for each statement execute function refresh_by_policy();

-- ─── What may be written ─────────────────────────────────────────────────────

-- An origin that is given is kept (normalised) until the source changes; one that is not is derived.
create function derive_check_origin() returns trigger
language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.origin = old.origin
    and (new.source_url, new.source_name) is distinct from (old.source_url, old.source_name) then
    new.origin := '';
  end if;
  new.origin := coalesce(nullif(lower(btrim(new.origin)), ''), check_origin(new.source_url, new.source_name));
  return new;
end
$$;

create trigger derive_check_origin before insert or update on credential_check
for each row execute function derive_check_origin();

alter table interaction
  add constraint interaction_has_a_date check (isfinite(occurred_at));

-- What is planned has not happened. A minute is left for clocks that disagree. A trigger rather than a check, because
-- it can be put off: who asks what would follow a meeting next month writes it down, reads the standing and rolls
-- back. Put off or not, nothing in the future is ever committed.
create function refuse_the_future() returns trigger
language plpgsql as $$
begin
  raise check_violation using
    message = 'an interaction can''t lie in the future', constraint = tg_name, table = tg_table_name, schema = tg_table_schema;
end
$$;

create constraint trigger interaction_not_in_future after insert or update on interaction
deferrable initially immediate
for each row when (new.occurred_at > now() + interval '1 minute') execute function refuse_the_future();

-- ─── Reading it ──────────────────────────────────────────────────────────────

-- One standing compared with the clock. Inlined into the queries below, so they use the indexes on contact_standing.
create function read_standing(st contact_standing, status connection_status, moment timestamptz)
returns table (
  s float8, strength float8, band text,
  knows boolean, desires boolean, mutual boolean, verified boolean, vouched boolean, warm boolean,
  rules_met int, missing text[], blockers text[], verdict text
)
language sql stable parallel safe as $$
  select
    v.s, v.strength,
    case when v.strength >= 60 then 'strong' when v.strength >= 100 / 3::float8 then 'warm'
      when v.strength >= 15 then 'cool' else 'cold' end,
    v.knows, v.desires, v.mutual, v.verified, v.vouched, v.warm, v.rules_met,
    -- the codes of the standing, without those whose moment hasn't come
    array_remove(array_remove(array_remove(array_remove(array_remove(
      coalesce((st).unmet, array[
        'know.how_we_met', 'know.expertise', 'know.contact', 'desire.deepen', 'desire.common_ground', 'mutual.goal',
        'mutual.i_believe', 'mutual.they_believe', 'met.in_person', 'verify.checks', 'verify.kinds', 'verify.synergy',
        'vouch.say', 'vouch.introduce', 'warm.contact']),
      case when v.desires then 'desires.lapsed' end),
      case when v.mutual then 'mutual.lapsed' end),
      case when v.verified then 'verified.lapsed' end),
      case when v.vouched then 'vouched.lapsed' end),
      case when v.warm then 'warm.contact' end),
    case when (st).cooldown_until > moment then (st).blockers
      else array_remove(coalesce((st).blockers, '{}'), 'invitation.cooldown') end,
    case
      when status = 'CONNECTED' then 'CONNECTED'
      when status = 'INVITED' then 'PENDING'
      when (st).blocked_until > moment then 'BLOCKED'
      when v.rules_met = 6 then 'READY'
      when v.rules_met = 5 then 'ALMOST'
      else 'BUILDING'
    end
  from (
    select r.*, 100 * r.s / (r.s + 8) as strength,
      knows::int + desires::int + mutual::int + verified::int + vouched::int + warm::int as rules_met
    from (
      select
        case when (st).heat is null then 0
          else power_of_two((st).heat - days_since_t0(moment) / (st).half_life_days) end as s,
        coalesce((st).knows_until > moment, false) as knows,
        coalesce((st).desires_until > moment, false) as desires,
        coalesce((st).mutual_until > moment, false) as mutual,
        coalesce((st).verified_until > moment, false) as verified,
        coalesce((st).vouched_until > moment, false) as vouched,
        coalesce((st).warm_until > moment, false) as warm
    ) r
    offset 0 -- written once into the plan, not once for each use
  ) v
$$;

-- Everyone not in the trash, as the standings stored now will read at `moment`.
create function relationship_strength_at(moment timestamptz)
returns table (
  owner_id uuid, contact_id uuid, heat float8, s float8, strength float8, band text,
  knows boolean, desires boolean, mutual boolean, verified boolean, vouched boolean, warm boolean, rules_met int,
  missing text[], blockers text[], warm_until timestamptz, evidence_until timestamptz, ready_until timestamptz,
  queue_until timestamptz, blocked_until timestamptz, last_interaction_at timestamptz, interaction_count int, two_way_days int, verdict text
)
language sql stable as $$
  select
    c.owner_id, c.id, st.heat, r.s, r.strength, r.band,
    r.knows, r.desires, r.mutual, r.verified, r.vouched, r.warm, r.rules_met,
    r.missing, r.blockers, st.warm_until, st.evidence_until, st.ready_until,
    st.queue_until, st.blocked_until, st.last_interaction_at, coalesce(st.interaction_count, 0), coalesce(st.two_way_days, 0), r.verdict
  from contact c
  left join contact_standing st on st.owner_id = c.owner_id and st.contact_id = c.id
  cross join lateral read_standing(st, c.connection_status, moment) r
  where c.deleted_at is null
$$;

create view relationship_strength with (security_invoker = true) as
select * from relationship_strength_at(now());

-- How many of the owner's contacts count under each word at a moment from now on: whole hours from the tally, the
-- moment's own hour from the few standings that change in it. A word nobody counts under may be missing.
create function count_standings(owner uuid, moment timestamptz)
returns table (reading text, contacts int)
language plpgsql stable
-- ranges of indexes, whatever the statistics say
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
declare
  this_hour constant timestamptz := hour_of(moment);
  half_life constant float8 := (select half_life_days from policy_in_force(owner));
  -- Whose strength reads as a band's least had this heat when the hour began, and has this now. A minute more on either side:
  -- rounding must not decide who is looked at. The least S of the bands are 12, 4 and 120 / 85: strength = 100 S / (S + 8).
  strong constant float8 := log_two(12);
  warm constant float8 := log_two(4);
  cool constant float8 := log_two(120 / 85::float8);
  when_it_began constant float8 := (days_since_t0(this_hour) - 0.001) / half_life;
  by_now constant float8 := (days_since_t0(moment) + 0.001) / half_life;
begin
  return query
  with changing as materialized (
    select contact_id from contact_standing where owner_id = owner and queue_until between this_hour and moment
    union
    select contact_id from contact_standing where owner_id = owner and almost_until between this_hour and moment
    union
    select contact_id from contact_standing where owner_id = owner and cooldown_until between this_hour and moment
    union
    select contact_id from contact_standing where owner_id = owner and warm_until between this_hour and moment
    union
    select contact_id from contact_standing
    where owner_id = owner and warm_until between this_hour + fading_for() and moment + fading_for()
    union
    select contact_id from contact_standing where owner_id = owner and evidence_until between this_hour and moment
    union
    select contact_id from contact_standing
    where owner_id = owner and evidence_until between this_hour + lapsing_for() and moment + lapsing_for()
    -- Each by itself: of a band that comes out of a join, Postgres may look for it among all of an owner's standings.
    union
    select contact_id from contact_standing where owner_id = owner and heat > strong + when_it_began and heat < strong + by_now
    union
    select contact_id from contact_standing where owner_id = owner and heat > warm + when_it_began and heat < warm + by_now
    union
    select contact_id from contact_standing where owner_id = owner and heat > cool + when_it_began and heat < cool + by_now
  )
  select t.reading, sum(t.contacts)::int
  from (
    select tally.reading, tally.contacts from standing_tally tally where tally.owner_id = owner and tally.hour < this_hour
    union all
    select edge.reading, edge.starting
    from changing
    cross join lateral (
      select st.* from contact_standing st where st.owner_id = owner and st.contact_id = changing.contact_id offset 0
    ) st
    cross join lateral edges_of(st) edge
    where edge.at between this_hour and moment
  ) t
  group by t.reading;
end
$$;

-- ─── Who may use it ──────────────────────────────────────────────────────────

revoke execute on function refresh_standing(uuid, uuid[]) from public;
grant execute on function refresh_standing(uuid, uuid[]) to vouch_app;
grant select on relationship_strength to vouch_app;
