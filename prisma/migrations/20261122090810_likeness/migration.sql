-- Who is like whom, and how much.

-- What is compared at all: contacts with a key in common. Keys of names are even, those of ways to reach somebody odd:
-- a name may be many people's, a mailbox that more than a few share says nothing.
create function duplicate_keys(names text[], reach text[]) returns bigint[]
language sql immutable parallel safe as $$
  select array(select hashtextextended(name, 0) & ~1::bigint from unnest(names) with ordinality as n (name, place) order by place)
    || array(select hashtextextended(way, 0) | 1 from unnest(reach) as way)
$$;

create function duplicate_block_most(key bigint) returns bigint
language sql immutable parallel safe as $$ select case when key & 1 = 1 then 5 else 20 end $$;

-- How often a name and a company come together by accident: so many of the owner's contacts would have both. Of a few
-- contacts a name can't be told from a rare one, so that few count as ten thousand. A name that is only like another is
-- like many more.
create function duplicate_chance(code text, namesakes bigint, colleagues bigint, everybody bigint) returns float8
language sql immutable parallel safe as $$
  select case code when 'initial' then 2 when 'alike' then 5 when 'spelling' then 10 when 'sound' then 10 else 1 end
    * greatest(namesakes, 1) * greatest(colleagues, 1) / greatest(everybody, 10000)::float8
$$;

-- How much speaks for two being one person, 0 to 100, and what does: codes of the catalogue. After Fellegi and Sunter, "A
-- Theory for Record Linkage" (JASA 64, 1969), as weighed by frequency since Newcombe (Science 130, 1959): what two have in
-- common proves the less the more others have it, too, and what differs speaks against. The points are rounded from what
-- bench/duplicates.ts counts.
--
-- `namesakes`: how many of the owner's contacts have the name, `colleagues`: the company, `everybody`: how many there are.
create function duplicate_score(a duplicate_trait, b duplicate_trait, namesakes bigint, colleagues bigint, everybody bigint)
returns table (score int, reasons text[])
language sql immutable parallel safe as $$
  select
    greatest(0, least(100, round(
      greatest(
        n.alone * (case when namesakes <= 2 then 1 when namesakes = 3 then 0.92 when namesakes <= 10 then 0.75 else 0.45 end),
        -- A fifth less for every ten times as likely an accident, from three in a thousand on.
        case when e.company then n.at_work * least(1, 1 - 0.2 * log(duplicate_chance(n.code, namesakes, colleagues, everybody) / 0.003)) else 0 end
      )
      - case when (a).company <> '' and (b).company <> '' and not e.company then 10 else 0 end
      + case when e.email then case when n.code is null then 50 else 60 end else 0 end
      + case when e.phone then 40 else 0 end
      + case when e.profile then 85 else 0 end
      - case when (a).slugs <> '{}' and (b).slugs <> '{}' and not e.profile then 30 else 0 end
      - case when (a).emails <> '{}' and (b).emails <> '{}' and not e.email then 5 else 0 end
      - case when (a).phones <> '{}' and (b).phones <> '{}' and not e.phone then 5 else 0 end
      -- A name noted down in a hurry is mostly somebody's who is known.
      + case when '' in ((a).company || array_to_string((a).emails || (a).phones || (a).slugs, ''),
                         (b).company || array_to_string((b).emails || (b).phones || (b).slugs, '')) and n.code is not null then 5 else 0 end
    )))::int,
    array_remove(array[
      n.code,
      case when n.code is not null and e.company then 'company' end,
      case when e.email then 'email' end,
      case when e.phone then 'phone' end,
      case when e.profile then 'profile' end
    ], null)
  from (
    select
      (a).company <> '' and (a).company = (b).company as company,
      (a).emails && (b).emails as email,
      (a).phones && (b).phones as phone,
      (a).profiles && (b).profiles as profile
  ) e
  cross join (
    select k.code,
      case k.code
        when 'name' then 55 when 'written' then 55 when 'script' then 55 when 'middle' then 50 when 'nickname' then 50
        when 'initial' then 25 when 'alike' then 40 when 'spelling' then 35 when 'sound' then 30 else 0 end as alone,
      case k.code
        when 'name' then 80 when 'written' then 80 when 'script' then 80 when 'middle' then 78 when 'nickname' then 78
        when 'initial' then 70 when 'alike' then 70 when 'spelling' then 65 when 'sound' then 60 else 0 end as at_work
    from (
      select case
        when (a).words = '' or (b).words = '' then null
        when (a).name = (b).name then 'name'
        when (a).words = (b).words then case when (a).latin = (b).latin then 'written' else 'script' end
        when (a).family = (b).family and (a).given && (b).given then
          case when (a).given[1] = (b).given[1] then 'middle' else 'nickname' end
        when (a).family = (b).family and left((a).given[1], 1) = left((b).given[1], 1)
          and least(length((a).given[1]), length((b).given[1])) = 1 then 'initial'
        when (a).sound = (b).sound and (a).sound <> '' then
          case when (a).latin <> (b).latin then 'script' when similarity((a).words, (b).words) >= 0.5 then 'alike' else 'sound' end
        when similarity((a).words, (b).words) >= 0.5 then 'spelling'
      end as code
    ) k
  ) n
$$;

-- The pairs in which one of these contacts is, with at least 50 for them. Within a block (contacts with a key in common)
-- everybody is compared with everybody, so a block has at most 20 members; a name that more have is looked at within
-- each company, and where that is still too many it takes another key: five thousand John Smiths cost nothing.
--
-- It runs as the schema's owner for the index's sake, as find_contacts does, and names the owner itself.
create function find_duplicates(contacts uuid[])
returns table (contact_id uuid, other_id uuid, score int, reasons text[])
language plpgsql volatile security definer rows 1000
set search_path = pg_catalog, public, pg_temp
set enable_nestloop = on
set enable_seqscan = on
set work_mem = '64MB'
set jit = off
as $$
declare
  owner constant uuid := current_owner();
  wanted bigint[];
  everybody constant bigint := (select count(*) from duplicate_trait t where t.owner_id = owner);
  all_of_them constant boolean := cardinality(contacts) * 10 > everybody;
begin
  if all_of_them then
    perform set_config('enable_nestloop', 'off', true); -- nothing is known of how many rows each step below has
  else
    perform set_config('enable_seqscan', 'off', true); -- by key, whatever the statistics say of tables just filled
    wanted := array(
      select distinct key from unnest(contacts) as id
      join duplicate_trait t on t.owner_id = owner and t.contact_id = id
      cross join lateral unnest(t.keys) as key);
  end if;
  return query execute format($query$
    with asked as materialized (select distinct id from unnest($2) as id),
    member as materialized (
      select key, t.contact_id, t.company
      from duplicate_trait t
      join contact c on c.owner_id = t.owner_id and c.id = t.contact_id and c.deleted_at is null
      cross join lateral unnest(t.keys) as key
      where t.owner_id = $1 %s
    ),
    block as materialized (
      select key, count(*) as size from member group by key having count(*) > 1
    ),
    comparable as materialized (
      select m.key, '' as company, m.contact_id
      from member m join block b on b.key = m.key where b.size <= duplicate_block_most(b.key)
      union all
      select w.key, w.company, w.contact_id
      from (
        select m.*, count(*) over (partition by m.key, m.company) as size
        from member m join block b on b.key = m.key
        where b.size > duplicate_block_most(b.key) and b.key & 1 = 0 and m.company <> ''
      ) w
      where w.size between 2 and duplicate_block_most(w.key)
    ),
    pair as materialized (
      select distinct a.contact_id, b.contact_id as other_id
      from comparable a
      join comparable b on b.key = a.key and b.company = a.company and b.contact_id > a.contact_id
      where %s
    ),
    firm as materialized (
      select t.company, count(*) as colleagues from duplicate_trait t
      where t.owner_id = $1 and t.company <> '' %s
      group by t.company
    )
    select p.contact_id, p.other_id, s.score, s.reasons
    from pair p
    join duplicate_trait a on a.owner_id = $1 and a.contact_id = p.contact_id
    join duplicate_trait b on b.owner_id = $1 and b.contact_id = p.other_id
    left join block mine on mine.key = a.keys[1]
    left join block theirs on theirs.key = b.keys[1]
    left join firm on firm.company = a.company and a.company = b.company
    cross join lateral duplicate_score(a, b, greatest(mine.size, theirs.size, 1), firm.colleagues, $4) s
    where s.score >= 50
  $query$,
    case when all_of_them then '' else 'and t.keys && $3 and key in (select unnest($3))' end,
    case when all_of_them then 'true'
      else '(a.contact_id in (select id from asked) or b.contact_id in (select id from asked))' end,
    case when all_of_them then ''
      else 'and t.company in (select l.company from asked join duplicate_trait l on l.owner_id = $1 and l.contact_id = asked.id)' end)
  using owner, contacts, wanted, everybody;
end $$;

revoke all on function find_duplicates(uuid[]) from public;
grant execute on function find_duplicates(uuid[]) to vouch_app;

-- Who is like somebody who isn't a contact yet, or not looked at yet: `traits` are a row of duplicate_trait.
create function find_resembling(traits jsonb, most integer)
returns table (contact_id uuid, score int, reasons text[])
language plpgsql stable security definer rows 5
set search_path = pg_catalog, public, pg_temp
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
declare
  owner constant uuid := current_owner();
  typed constant duplicate_trait := jsonb_populate_record(null::duplicate_trait, traits);
  -- While somebody types there is no time to count them all: of a large company it is enough that it is one.
  colleagues constant bigint := (
    select count(*) from (
      select from duplicate_trait t where t.owner_id = owner and t.company = typed.company and typed.company <> '' limit 200) as counted);
begin
  return query execute $query$
    select t.contact_id, s.score, s.reasons
    from (
      select t.*, count(*) filter (where $2[1] = any(t.keys)) over () as namesakes
      from duplicate_trait t
      where t.owner_id = $1 and t.keys && $2 and t.contact_id is distinct from $4
      limit 500
    ) found
    join duplicate_trait t on t.owner_id = $1 and t.contact_id = found.contact_id
    join contact c on c.owner_id = $1 and c.id = t.contact_id and c.deleted_at is null
    cross join lateral duplicate_score($3, t, found.namesakes, $6, 0) s
    where s.score >= 20
    order by s.score desc, t.contact_id limit $5
  $query$ using owner, typed.keys, typed, typed.contact_id, most, colleagues;
end $$;

revoke all on function find_resembling(jsonb, integer) from public;
grant execute on function find_resembling(jsonb, integer) to vouch_app;

-- Compares those whose traits are made with everybody, writes the pairs found and forgets those found before that are no
-- more. What the owner decided stays decided. Looking takes seconds and locks nothing; whoever is saved meanwhile waits at
-- most for the writing. It waits for nobody who is being deleted (an import undone, a merge): whatever is locked stays in
-- the queue, as does who was changed meanwhile.
create function pair_waiting() returns void language plpgsql set work_mem = '64MB' set jit = off as $$
declare
  owner constant uuid := current_owner();
  asked constant uuid[] := array(select q.contact_id from duplicate_queue q where q.owner_id = owner and q.ready);
  found constant duplicate_pair[] := array(
    select row (owner, f.contact_id, f.other_id, f.score, f.reasons, null, null, now())::duplicate_pair
    from find_duplicates(asked) f order by f.contact_id, f.other_id);
  named constant uuid[] := array(select f.contact_id from unnest(found) f union select f.other_id from unnest(found) f);
  there uuid[];
begin
  there := array(select c.id from contact c where c.owner_id = owner and c.id in (select unnest(named)) for key share skip locked);
  insert into duplicate_pair as p
  select f.* from unnest(found) f
  where f.contact_id in (select unnest(there)) and f.other_id in (select unnest(there))
  on conflict (owner_id, contact_id, other_id) do update set score = excluded.score, reasons = excluded.reasons
    where p.distinct_at is null and (p.score, p.reasons) is distinct from (excluded.score, excluded.reasons);

  with outdated as materialized (
    select d.contact_id, d.other_id from duplicate_pair d
    where d.owner_id = owner and d.distinct_at is null
      and (d.contact_id in (select unnest(asked)) or d.other_id in (select unnest(asked)))
      and (d.contact_id, d.other_id) not in (select f.contact_id, f.other_id from unnest(found) f)
    for update skip locked
  )
  delete from duplicate_pair p using outdated o
  where p.owner_id = owner and p.contact_id = o.contact_id and p.other_id = o.other_id;

  -- Who is ready was asked for: nobody makes others ready meanwhile. (A join with them would be planned by what the
  -- statistics say of `ready`, which was false for all when they were made.)
  with compared as materialized (
    select w.contact_id from duplicate_queue w
    where w.owner_id = owner and w.ready and (w.contact_id in (select unnest(there)) or w.contact_id not in (select unnest(named)))
    for update skip locked
  )
  delete from duplicate_queue q using compared w where q.owner_id = owner and q.contact_id = w.contact_id;
end $$;
