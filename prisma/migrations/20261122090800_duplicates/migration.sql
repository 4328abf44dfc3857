-- People who may be in the record twice: what each is recognised by, the pairs found, what was merged and how to undo it.

create table "duplicate_trait" (
    "owner_id" uuid not null,
    "contact_id" uuid not null,
    "name" text not null,
    "words" text not null,
    "given" text[] not null,
    "family" text not null,
    "sound" text not null,
    "latin" boolean not null,
    "company" text not null,
    "emails" text[] not null,
    "phones" text[] not null,
    "slugs" text[] not null,
    "profiles" text[] not null,
    "keys" bigint[] not null,

    constraint "duplicate_trait_pkey" primary key ("owner_id", "contact_id"),
    constraint "duplicate_trait_owner_id_contact_id_fkey" foreign key ("owner_id", "contact_id") references "contact" ("owner_id", "id") on delete cascade on update no action
);
create index "duplicate_trait_owner_id_keys_idx" on "duplicate_trait" using gin ("owner_id" uuid_ops, "keys" array_ops);

create table "duplicate_queue" (
    "owner_id" uuid not null,
    "contact_id" uuid not null,
    "ready" boolean not null default false,

    constraint "duplicate_queue_pkey" primary key ("owner_id", "contact_id"),
    constraint "duplicate_queue_owner_id_contact_id_fkey" foreign key ("owner_id", "contact_id") references "contact" ("owner_id", "id") on delete cascade on update no action
) with (fillfactor = 50); -- each row is changed once and deleted

create table "duplicate_pair" (
    "owner_id" uuid not null,
    "contact_id" uuid not null,
    "other_id" uuid not null,
    "score" integer not null,
    "reasons" text[] not null,
    "distinct_at" timestamptz(6),
    "skipped_at" timestamptz(6),
    "created_at" timestamptz(6) not null default current_timestamp,

    constraint "duplicate_pair_pkey" primary key ("owner_id", "contact_id", "other_id"),
    constraint "duplicate_pair_ordered" check ("contact_id" < "other_id"), -- one row for two people
    constraint "duplicate_pair_owner_id_contact_id_fkey" foreign key ("owner_id", "contact_id") references "contact" ("owner_id", "id") on delete cascade on update no action,
    constraint "duplicate_pair_owner_id_other_id_fkey" foreign key ("owner_id", "other_id") references "contact" ("owner_id", "id") on delete cascade on update no action
);
create index "duplicate_pair_owner_id_other_id_idx" on "duplicate_pair" ("owner_id", "other_id");
create index "duplicate_pair_owner_id_next_idx" on "duplicate_pair" (owner_id, skipped_at nulls first, score desc, contact_id, other_id) where distinct_at is null;

create table "contact_merge" (
    "owner_id" uuid not null,
    "id" uuid not null default uuid_v7(),
    "contact_id" uuid not null,
    "absorbed_ids" uuid[] not null,
    "absorbed_names" text[] not null,
    "memory" jsonb,
    "kept" jsonb,
    "created_at" timestamptz(6) not null default current_timestamp,
    "undone_at" timestamptz(6),

    constraint "contact_merge_pkey" primary key ("owner_id", "id"),
    constraint "contact_merge_owner_id_contact_id_fkey" foreign key ("owner_id", "contact_id") references "contact" ("owner_id", "id") on delete cascade on update no action
);
create index "contact_merge_owner_id_contact_id_idx" on "contact_merge" ("owner_id", "contact_id");
create index "contact_merge_owner_id_created_at_idx" on "contact_merge" ("owner_id", "created_at" desc);

do $$
declare
  owned text;
begin
  foreach owned in array array['duplicate_trait', 'duplicate_queue', 'duplicate_pair', 'contact_merge'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format(
      'create policy owner_only on %I using (owner_id = current_owner()) with check (owner_id = current_owner())', owned);
    execute format('grant select, insert, update, delete on %I to vouch_app', owned);
  end loop;
end $$;

-- ─── Who has to be looked at ─────────────────────────────────────────────────

-- An update even of a row that waits already: whoever empties the queue then waits for this transaction's end, or passes
-- the row over, and reads what was written.
create function queue_for_duplicates(owners uuid[], contacts uuid[]) returns void
language sql as $$
  insert into duplicate_queue as q (owner_id, contact_id)
  select c.owner_id, c.id
  from (select distinct * from unnest(owners, contacts) as row (owner_id, contact_id)) touched
  cross join lateral (
    select c.owner_id, c.id from contact c where c.owner_id = touched.owner_id and c.id = touched.contact_id limit 1
  ) c
  order by 1, 2
  on conflict (owner_id, contact_id) do update set ready = false
$$;

create function queue_contacts() returns trigger language plpgsql as $$
begin
  if is_derived_at_the_end() then
    return null;
  end if;
  if tg_op = 'INSERT' then
    perform queue_for_duplicates(array_agg(owner_id), array_agg(id)) from new_rows;
  else
    perform queue_for_duplicates(array_agg(n.owner_id), array_agg(n.id))
    from new_rows n join old_rows o on o.owner_id = n.owner_id and o.id = n.id
    where (n.full_name, n.company, n.deleted_at is null) is distinct from (o.full_name, o.company, o.deleted_at is null);
  end if;
  return null;
end $$;

-- contact_point, linkedin_alias
create function queue_parts() returns trigger language plpgsql as $$
begin
  if is_derived_at_the_end() then
    return null;
  end if;
  if tg_op in ('INSERT', 'UPDATE') then
    perform queue_for_duplicates(array_agg(owner_id), array_agg(contact_id)) from new_rows;
  end if;
  if tg_op in ('DELETE', 'UPDATE') then
    perform queue_for_duplicates(array_agg(owner_id), array_agg(contact_id)) from old_rows;
  end if;
  return null;
end $$;

create trigger duplicate_insert after insert on contact
  referencing new table as new_rows for each statement execute function queue_contacts();
create trigger duplicate_update after update on contact
  referencing old table as old_rows new table as new_rows for each statement execute function queue_contacts();

do $$
declare
  part text;
begin
  foreach part in array array['contact_point', 'linkedin_alias'] loop
    execute format('create trigger duplicate_insert after insert on %I referencing new table as new_rows
      for each statement execute function queue_parts()', part);
    execute format('create trigger duplicate_update after update on %I referencing old table as old_rows new table as new_rows
      for each statement execute function queue_parts()', part);
    execute format('create trigger duplicate_delete after delete on %I referencing old table as old_rows
      for each statement execute function queue_parts()', part);
  end loop;
end $$;

-- Rows written before this migration.
select queue_for_duplicates(array_agg(owner_id), array_agg(id)) from contact;

-- ─── Who is alike ────────────────────────────────────────────────────────────

-- What is compared at all: contacts with a key in common. Keys of names are even, those of ways to reach somebody odd:
-- a name may be many people's, a mailbox that more than a few share says nothing.
create function duplicate_keys(names text[], reach text[]) returns bigint[]
language sql immutable parallel safe as $$
  select array(select hashtextextended(name, 0) & ~1::bigint from unnest(names) with ordinality as n (name, place) order by place)
    || array(select hashtextextended(way, 0) | 1 from unnest(reach) as way)
$$;

create function duplicate_block_most(key bigint) returns bigint
language sql immutable parallel safe as $$ select case when key & 1 = 1 then 5 else 20 end $$;

-- How much speaks for two being one person, 0 to 100, and what does: codes of the catalogue. `namesakes` is how many of
-- the owner's contacts have the name: what is common proves little. Two LinkedIn addresses speak against.
create function duplicate_score(a duplicate_trait, b duplicate_trait, namesakes bigint)
returns table (score int, reasons text[])
language sql immutable parallel safe as $$
  select
    greatest(0, least(100, round(
      n.points * (case when namesakes <= 2 then 1 when namesakes = 3 then 0.92 when namesakes <= 10 then 0.75 else 0.45 end)
      + case when n.code is not null and e.company then 25 else 0 end
      - case when (a).company <> '' and (b).company <> '' and not e.company then 10 else 0 end
      + case when e.email then case when n.code is null then 50 else 60 end else 0 end
      + case when e.phone then 40 else 0 end
      + case when e.profile then 85 else 0 end
      - case when (a).slugs <> '{}' and (b).slugs <> '{}' and not e.profile then 30 else 0 end
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
    select k.code, case k.code
      when 'name' then 55 when 'written' then 55 when 'script' then 55 when 'middle' then 50 when 'nickname' then 50
      when 'initial' then 25 when 'sound' then 30 when 'alike' then 40 when 'spelling' then 35 else 0 end as points
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
  all_of_them constant boolean :=
    cardinality(contacts) * 10 > (select count(*) from duplicate_trait t where t.owner_id = owner);
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
    )
    select p.contact_id, p.other_id, s.score, s.reasons
    from pair p
    join duplicate_trait a on a.owner_id = $1 and a.contact_id = p.contact_id
    join duplicate_trait b on b.owner_id = $1 and b.contact_id = p.other_id
    left join block mine on mine.key = a.keys[1]
    left join block theirs on theirs.key = b.keys[1]
    cross join lateral duplicate_score(a, b, greatest(mine.size, theirs.size, 1)) s
    where s.score >= 50
  $query$,
    case when all_of_them then '' else 'and t.keys && $3 and key in (select unnest($3))' end,
    case when all_of_them then 'true'
      else '(a.contact_id in (select id from asked) or b.contact_id in (select id from asked))' end)
  using owner, contacts, wanted;
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
    cross join lateral duplicate_score($3, t, found.namesakes) s
    where s.score >= 20
    order by s.score desc, t.contact_id limit $5
  $query$ using owner, typed.keys, typed, typed.contact_id, most;
end $$;

revoke all on function find_resembling(jsonb, integer) from public;
grant execute on function find_resembling(jsonb, integer) to vouch_app;

-- ─── Merging ─────────────────────────────────────────────────────────────────
-- All of this runs as whoever calls it, for the owner the transaction names, under lock_standing.

-- What belongs to a contact and moves with it: what tells one row from another, when `has` is the same as `t`, and what
-- a row that comes back needs. The standing, the search words and the traits follow by themselves; assessments are
-- chosen or combined; pairs are below.
create function contact_belongings() returns table (source text, mark text, same text, needs text)
language sql immutable as $$
  values
    ('interaction_contact', 'interaction_id', 'has.interaction_id = t.interaction_id',
      'exists (select from interaction i where i.owner_id = r.owner_id and i.id = r.interaction_id)'),
    ('contact_tag', 'tag_id', 'has.tag_id = t.tag_id',
      'exists (select from tag g where g.owner_id = r.owner_id and g.id = r.tag_id)'),
    ('contact_point', 'id', '(has.kind, has.normalised) = (t.kind, t.normalised)', 'true'),
    ('linkedin_alias', 'id', 'false', 'true'),
    ('credential_check', 'id', 'false', 'true'),
    ('support_act', 'id', 'false', 'true'),
    ('invitation', 'id', 'false', 'true'),
    ('recommendation', 'id', 'false', 'true'),
    ('follow_up', 'id', 'false', 'true'),
    ('contact_merge', 'id', 'false', 'true')
$$;

create function row_digest(whole jsonb) returns text
language sql immutable as $$ select md5((whole - 'contact_id')::text) $$;

create function columns_of(source text, present jsonb) returns text
language sql stable as $$
  select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
  where attrelid = source::regclass and attnum > 0 and not attisdropped and present ? attname::text
$$;

-- Puts rows back as they were; those that are there again, or miss what they belong to, are left out. Answers with how many were left out.
create function put_back(source text, rows jsonb, needs text) returns int
language plpgsql as $$
declare
  put int;
begin
  if rows is null or jsonb_array_length(rows) = 0 then
    return 0;
  end if;
  execute format(
    'insert into %1$I (%2$s) select %2$s from jsonb_populate_recordset(null::%1$I, $1) r where %3$s on conflict do nothing',
    source, columns_of(source, rows -> 0), needs) using rows;
  get diagnostics put = row_count;
  return jsonb_array_length(rows) - put;
end $$;

-- Everything of `gone` becomes `keep`'s, and the contact `gone` is no more. Answers with all it takes to bring it back.
create function absorb_contact(keep uuid, gone uuid) returns jsonb
language plpgsql as $$
declare
  owner constant uuid := current_owner();
  belonging record;
  moved jsonb := '{}';
  dropped jsonb := '{}';
  memory jsonb;
  rows jsonb;
begin
  select jsonb_build_object('contact', to_jsonb(c), 'assessment', to_jsonb(a)) into memory
  from contact c left join assessment a on a.owner_id = c.owner_id and a.contact_id = c.id
  where c.owner_id = owner and c.id = gone;

  for belonging in select * from contact_belongings() loop
    execute format(
      'with dropped as (
         delete from %1$I t where owner_id = $1 and contact_id = $3
           and exists (select from %1$I has where has.owner_id = $1 and has.contact_id = $2 and %2$s)
         returning t.*)
       select jsonb_agg(to_jsonb(dropped)) from dropped', belonging.source, belonging.same)
      into rows using owner, keep, gone;
    if rows is not null then
      dropped := dropped || jsonb_build_object(belonging.source, rows);
    end if;
    execute format(
      'with moved as (update %1$I t set contact_id = $2 where owner_id = $1 and contact_id = $3 returning t.*)
       select jsonb_agg(jsonb_build_object(''mark'', %2$I, ''was'', row_digest(to_jsonb(moved)))) from moved',
      belonging.source, belonging.mark)
      into rows using owner, keep, gone;
    if rows is not null then
      moved := moved || jsonb_build_object(belonging.source, rows);
    end if;
  end loop;

  -- Who was said not to be `gone` is not `keep` either, and who may be `gone` may be `keep`.
  insert into duplicate_pair as p (owner_id, contact_id, other_id, score, reasons, distinct_at, skipped_at, created_at)
  select owner, least(keep, third.id), greatest(keep, third.id), third.score, third.reasons, third.distinct_at, third.skipped_at, third.created_at
  from (
    select case when contact_id = gone then other_id else contact_id end as id, d.*
    from duplicate_pair d where d.owner_id = owner and gone in (d.contact_id, d.other_id)
  ) third
  where third.id <> keep
  on conflict (owner_id, contact_id, other_id) do update set distinct_at = coalesce(p.distinct_at, excluded.distinct_at);

  delete from contact where owner_id = owner and id = gone;
  return memory || jsonb_build_object('moved', moved, 'dropped', dropped);
end $$;

-- Makes one contact of several, `keep`'s own words aside, which the caller then writes. Answers with what undo needs.
create function merge_contacts(keep uuid, gone uuid[]) returns jsonb
language plpgsql as $$
declare
  owner constant uuid := current_owner();
  memory jsonb;
  entries jsonb := '[]';
  one uuid;
begin
  select jsonb_build_object('contact', to_jsonb(c), 'assessment', to_jsonb(a), 'pairs', (
      select coalesce(jsonb_agg(to_jsonb(p)), '[]') from duplicate_pair p
      where p.owner_id = owner and (p.contact_id = any(gone || keep) or p.other_id = any(gone || keep))))
    into memory
  from contact c left join assessment a on a.owner_id = c.owner_id and a.contact_id = c.id
  where c.owner_id = owner and c.id = keep;
  foreach one in array gone loop
    entries := entries || absorb_contact(keep, one);
  end loop;
  return memory || jsonb_build_object('gone', entries);
end $$;

-- Brings back what absorb_contact took away. Rows edited since go back with their edits. Answers with what isn't as it was.
create function revive_contact(keep uuid, memory jsonb) returns jsonb
language plpgsql as $$
declare
  owner constant uuid := current_owner();
  gone constant uuid := memory -> 'contact' ->> 'id';
  belonging record;
  kept jsonb := '[]';
  edited int;
  missing int;
begin
  perform put_back('contact', jsonb_build_array(memory -> 'contact'), 'true');
  perform put_back('assessment', jsonb_build_array(memory -> 'assessment'), 'true') where memory ->> 'assessment' is not null;
  for belonging in select * from contact_belongings() loop
    missing := put_back(belonging.source, memory -> 'dropped' -> belonging.source, belonging.needs);
    execute format(
      'with moved as (
         update %1$I t set contact_id = $3
         from jsonb_to_recordset($4) as m (mark uuid, was text)
         where t.owner_id = $1 and t.contact_id = $2 and t.%2$I = m.mark
         returning row_digest(to_jsonb(t)) <> m.was as edited)
       select count(*) filter (where edited), jsonb_array_length($4) - count(*) + $5 from moved',
      belonging.source, belonging.mark)
      into edited, missing
      using owner, keep, gone, coalesce(memory -> 'moved' -> belonging.source, '[]'), missing;
    kept := kept
      || case when edited > 0 then jsonb_build_array(jsonb_build_object('what', belonging.source, 'how', 'edited', 'count', edited)) else '[]' end
      || case when missing > 0 then jsonb_build_array(jsonb_build_object('what', belonging.source, 'how', 'gone', 'count', missing)) else '[]' end;
  end loop;
  return kept;
end $$;

-- Undoes a merge: everybody has what was theirs. What was edited since stays as edited, and is answered.
create function undo_merge(merge uuid) returns jsonb
language plpgsql as $$
declare
  owner constant uuid := current_owner();
  done contact_merge;
  before jsonb;
  written jsonb;
  current jsonb;
  restored jsonb;
  edited jsonb;
  changed jsonb := '[]';
  entry jsonb;
  everybody uuid[];
begin
  select * into strict done from contact_merge where owner_id = owner and id = merge for update;
  everybody := done.absorbed_ids || done.contact_id;
  for entry in
    select e.value from jsonb_array_elements(done.memory -> 'gone') with ordinality as e (value, place) order by place desc
  loop
    changed := changed || revive_contact(done.contact_id, entry);
  end loop;

  before := done.memory -> 'contact';
  written := done.memory -> 'after' -> 'contact';
  select to_jsonb(c) into current from contact c where c.owner_id = owner and c.id = done.contact_id;
  select
    coalesce(jsonb_object_agg(field, before -> field) filter (where current -> field = written -> field), '{}'),
    coalesce(jsonb_agg(field order by field) filter (where current -> field <> written -> field and before -> field <> written -> field), '[]')
    into restored, edited
  from jsonb_object_keys(written) as field
  where before ? field and field not in ('owner_id', 'id', 'version', 'created_at', 'updated_at', 'deleted_at');
  -- The version only ever grows: a form that is open somewhere has read the merged contact.
  restored := current || restored || jsonb_build_object('version', (current ->> 'version')::int + 1)
    || case when current ->> 'version' = written ->> 'version' then jsonb_build_object('updated_at', before -> 'updated_at') else '{}' end;
  execute format('update contact c set (%1$s) = (select %1$s from jsonb_populate_record(null::contact, $3)) where owner_id = $1 and id = $2',
    columns_of('contact', current - 'owner_id' - 'id')) using owner, done.contact_id, restored;
  if edited <> '[]' then
    changed := changed || jsonb_build_array(jsonb_build_object('what', 'contact', 'how', 'edited', 'fields', edited));
  end if;

  select to_jsonb(a) into current from assessment a where a.owner_id = owner and a.contact_id = done.contact_id;
  if coalesce(current, 'null') = done.memory -> 'after' -> 'assessment' then
    delete from assessment where owner_id = owner and contact_id = done.contact_id;
    perform put_back('assessment', jsonb_build_array(done.memory -> 'assessment'), 'true')
    where done.memory ->> 'assessment' is not null;
  else
    changed := changed || jsonb_build_array(jsonb_build_object('what', 'assessment', 'how', 'edited', 'count', 1));
  end if;

  -- Decided since stays decided.
  delete from duplicate_pair p
  where p.owner_id = owner and done.contact_id in (p.contact_id, p.other_id)
    and (p.distinct_at is null or p.distinct_at < done.created_at);
  perform put_back('duplicate_pair', done.memory -> 'pairs',
    'exists (select from contact c where c.owner_id = r.owner_id and c.id = r.contact_id)
     and exists (select from contact c where c.owner_id = r.owner_id and c.id = r.other_id)');

  update contact_merge set undone_at = now(), memory = null, kept = changed where owner_id = owner and id = merge;
  return changed;
end $$;
