-- Several contacts made one: what was merged, and all it takes to undo it.

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

alter table "contact_merge" enable row level security;
alter table "contact_merge" force row level security;
create policy owner_only on "contact_merge" using (owner_id = current_owner()) with check (owner_id = current_owner());
grant select, insert, update, delete on "contact_merge" to vouch_app;

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
    ('linkedin_fact', 'contact_id', 'true', 'true'), -- one each: who stays needs no other
    ('import_missing', 'batch_id', 'has.batch_id = t.batch_id',
      'exists (select from import_batch b where b.owner_id = r.owner_id and b.id = r.batch_id)'),
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
begin
  select * into strict done from contact_merge where owner_id = owner and id = merge for update;
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

  -- Decided since stays decided: whoever isn't the merged contact is none of those it was made of.
  insert into duplicate_pair as p (owner_id, contact_id, other_id, score, reasons, distinct_at)
  select owner, least(back, third), greatest(back, third), 0, '{}', d.distinct_at
  from duplicate_pair d
  cross join unnest(done.absorbed_ids) as back
  cross join lateral (select case when d.contact_id = done.contact_id then d.other_id else d.contact_id end as third) o
  where d.owner_id = owner and done.contact_id in (d.contact_id, d.other_id) and d.distinct_at >= done.created_at
    and third <> back and exists (select from contact c where c.owner_id = owner and c.id = back)
  on conflict (owner_id, contact_id, other_id) do update set distinct_at = coalesce(p.distinct_at, excluded.distinct_at);
  delete from duplicate_pair p
  where p.owner_id = owner and done.contact_id in (p.contact_id, p.other_id)
    and (p.distinct_at is null or p.distinct_at < done.created_at);
  perform put_back('duplicate_pair', done.memory -> 'pairs',
    'exists (select from contact c where c.owner_id = r.owner_id and c.id = r.contact_id)
     and exists (select from contact c where c.owner_id = r.owner_id and c.id = r.other_id)');

  update contact_merge set undone_at = now(), memory = null, kept = changed where owner_id = owner and id = merge;
  return changed;
end $$;
