-- What was done stays on record; who is recorded can be found, handed out and erased.

-- ─── The log ─────────────────────────────────────────────────────────────────

-- Insert-only for whoever connects, the schema's owner too: a line goes with its account and not before. The application has
-- no right to change one to begin with (20261122090100_isolation).
create function audit_event_stays() returns trigger
language plpgsql as $$
begin
  if tg_op = 'DELETE' and not exists (select from app_user where id = old.owner_id) then
    return old; -- by the cascade of its account, which is gone by then
  end if;
  raise insufficient_privilege using message = 'audit_event is insert-only';
end $$;

create trigger audit_event_stays before update or delete on "audit_event" for each row execute function audit_event_stays();
create trigger audit_event_stays_whole before truncate on "audit_event" for each statement execute function audit_event_stays();

-- Where triggers can't rest, the log is left to that cascade. Put into the function as it stands, whichever migration wrote it last.
do $$
declare
  tables constant text := 'where c.relkind in (''r'', ''p'') and c.relnamespace = ''public''::regnamespace';
  definition constant text := pg_get_functiondef('delete_owner()'::regprocedure);
begin
  if strpos(definition, tables) = 0 then
    raise exception 'delete_owner() does not list its tables as expected';
  end if;
  execute replace(definition, tables, tables || '
      and (at_rest or c.relname <> ''audit_event'')');
end $$;

-- What happens to an account before anybody is signed in, or by a command, has no action that could note it. So the tables
-- themselves do, in the same transaction and whatever the way in was.
create function note_account() returns trigger
language plpgsql
set search_path = public, pg_temp
as $$
declare
  before constant text := coalesce(current_setting('app.owner_id', true), '');
  about jsonb;
  account uuid;
begin
  if tg_op = 'DELETE' then
    about := to_jsonb(old);
  else
    about := to_jsonb(new);
  end if;
  account := coalesce(about ->> 'user_id', about ->> 'id');
  perform set_config('app.owner_id', account::text, true); -- the log is under row-level security
  insert into audit_event (owner_id, actor_id, action, entity, entity_ids)
  select id, id, tg_argv[0], tg_table_name, array[(about ->> 'id')::uuid] from app_user where id = account;
  perform set_config('app.owner_id', before, true);
  return null;
end $$;

create trigger note_sign_in after insert on "session" for each row execute function note_account('account.signIn');
create trigger note_sign_out after delete on "session" for each row execute function note_account('account.signOut');
create trigger note_account_made after insert on "app_user" for each row execute function note_account('account.made');
create trigger note_password after update of "password_hash" on "app_user" for each row
  when (old.password_hash is distinct from new.password_hash) execute function note_account('account.password');

-- Newest first, page by page; and whatever names a row.
drop index "audit_event_owner_id_occurred_at_idx";
create index "audit_event_owner_id_occurred_at_idx" on "audit_event" ("owner_id", "occurred_at" desc, "id" desc);
create index "audit_event_owner_id_entity_ids_idx" on "audit_event" using gin ("owner_id" uuid_ops, "entity_ids" array_ops);

-- ─── People who were erased ──────────────────────────────────────────────────

-- Who an import is not to bring back: a hash of how they are known there, with a key that is not in the database.
create table "erased_person" (
    "owner_id" uuid not null,
    "mark" bytea not null,
    "created_at" timestamptz(6) not null default current_timestamp,

    constraint "erased_person_pkey" primary key ("owner_id", "mark"),
    constraint "erased_person_owner_id_fkey" foreign key ("owner_id") references "app_user" ("id") on delete cascade on update no action
);

alter table "erased_person" enable row level security;
alter table "erased_person" force row level security;
create policy owner_only on "erased_person" using (owner_id = current_owner()) with check (owner_id = current_owner());
grant select, insert, update, delete on "erased_person" to vouch_app;

-- How many of its rows went because they were about somebody who was erased.
alter table "import_batch" add column "rows_erased" integer not null default 0;

-- ─── Everything about one person ─────────────────────────────────────────────
-- By the catalogue, so that a table or a column that comes later is looked through too. All of it runs as whoever calls it, for
-- the owner the transaction names.

-- Where an owner's words may stand. What is made from other columns follows them, and the log has no words.
create function written_columns() returns table (source text, column_name text, type text)
language sql stable as $$
  select c.relname::text, a.attname::text, a.atttypid::regtype::text
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
    and a.atttypid in ('text'::regtype, 'varchar'::regtype, 'text[]'::regtype, 'jsonb'::regtype)
    and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'owner_id' and not o.attisdropped)
    and c.relname <> all (array['audit_event', 'contact_search', 'contact_standing', 'standing_tally', 'duplicate_trait', 'touch_due'])
$$;

-- Whether such a column says anything that the pattern matches, in whatever case.
create function says_words(written_column text, type text) returns text
language sql immutable as $$
  select format(case type when 'text[]' then 'array_to_string(%I, e''\n'') ~* $1' when 'jsonb' then '%I::text ~* $1' else '%I ~* $1' end, written_column)
$$;

create function without_words(written text, pattern text, instead text) returns text
language sql immutable parallel safe as $$ select regexp_replace(written, pattern, instead, 'gi') $$;

create function without_words(written text[], pattern text, instead text) returns text[]
language sql immutable parallel safe as $$
  select case when written is null then null else array(
    select without_words(word, pattern, instead) from unnest(written) with ordinality as said (word, place) order by place) end
$$;

create function without_words(written jsonb, pattern text, instead text) returns jsonb
language plpgsql immutable parallel safe as $$
begin
  return case jsonb_typeof(written)
    when 'string' then to_jsonb(without_words(written #>> '{}', pattern, instead))
    when 'array' then (
      select coalesce(jsonb_agg(without_words(value, pattern, instead) order by place), '[]')
      from jsonb_array_elements(written) with ordinality as item (value, place))
    when 'object' then (
      select coalesce(jsonb_object_agg(without_words(key, pattern, instead), without_words(value, pattern, instead)), '{}') from jsonb_each(written))
    else written end;
end $$;

-- Of a table's rows those that are not about these contacts themselves: a condition on `t`. Rows of imports are dealt with apart.
create function not_about(source text, people text) returns text
language sql stable as $$
  select case
    when source = 'contact' then format('t.id <> all (%s)', people)
    when source = 'interaction' then format(
      '(exists (select from interaction_contact x where x.owner_id = t.owner_id and x.interaction_id = t.id and x.contact_id <> all (%1$s))
        or not exists (select from interaction_contact x where x.owner_id = t.owner_id and x.interaction_id = t.id))', people)
    when source = 'recommendation_version' then format(
      'not exists (select from recommendation r where r.owner_id = t.owner_id and r.id = t.recommendation_id and r.contact_id = any (%s))', people)
    when source in ('import_row', 'import_person') then 'false'
    when exists (select from pg_attribute where attrelid = source::regclass and attname = 'contact_id' and not attisdropped)
      then format('t.contact_id <> all (%s)', people)
    else 'true' end
$$;

-- Where the words stand in what is about others, and in how many rows. `ids`: some of them, where they have one.
create function find_words(pattern text, people uuid[]) returns table (source text, found integer, ids uuid[])
language plpgsql stable as $$
declare
  written record;
begin
  for written in
    select w.source, string_agg(says_words(w.column_name, w.type), ' or ' order by w.column_name) as says,
      (select a.attname from pg_attribute a where a.attrelid = w.source::regclass and not a.attisdropped
         and a.attname = case w.source when 'assessment' then 'contact_id' else 'id' end) as id
    from written_columns() w where not_about(w.source, '$2') <> 'false' group by w.source order by w.source
  loop
    return query execute format(
      'select %L::text, count(*)::int, coalesce((array_agg(%s order by %2$s))[:20], ''{}'') from %s t where owner_id = current_owner() and (%s) and %s having count(*) > 0',
      written.source, coalesce(quote_ident(written.id), 'null::uuid'), quote_ident(written.source), written.says,
      not_about(written.source, '$2'))
    using pattern, people;
  end loop;
end $$;

-- Puts `instead` in place of the words, in every row of the owner's. What is edited in forms counts its version up: a form that is
-- open somewhere must not write them back. Answers with how many rows changed.
create function erase_words(pattern text, instead text) returns integer
language plpgsql volatile as $$
declare
  written record;
  statement text;
  changed integer;
  total integer := 0;
begin
  for written in
    select w.source, string_agg(says_words(w.column_name, w.type), ' or ') as says,
      string_agg(format('%1$I = without_words(%1$I, $1, $2)', w.column_name), ', ')
        || case when bool_or(exists (select from pg_attribute a where a.attrelid = w.source::regclass and a.attname = 'version' and not a.attisdropped))
             and w.source not in ('import_contact', 'policy_change') then ', version = version + 1' else '' end as sets
    from written_columns() w group by w.source order by w.source
  loop
    statement := format('update %I set %s where owner_id = current_owner() and (%s)', written.source, written.sets, written.says);
    begin
      execute statement using pattern, instead;
      get diagnostics changed = row_count;
    exception when unique_violation then -- a name that may be there once, and is there without them
      execute statement using pattern, instead || ' ' || substr(md5(random()::text), 1, 4);
      get diagnostics changed = row_count;
    end;
    total := total + changed;
  end loop;
  return total;
end $$;

-- Every row about these contacts, but for copies made to search and compare by: theirs by a column `contact_id`, whatever table
-- has one, and those that name them in another way.
create function held_about(people uuid[]) returns table (source text, held jsonb)
language plpgsql stable
set timezone = 'UTC'
as $$
declare
  owner constant uuid := current_owner();
  theirs record;
begin
  return query select 'contact', to_jsonb(t) - 'owner_id' from contact t where t.owner_id = owner and t.id = any (people);
  for theirs in
    select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'contact_id' and not a.attisdropped
    join pg_attribute o on o.attrelid = c.oid and o.attname = 'owner_id' and not o.attisdropped
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and c.relname <> all (array['interaction_contact', 'mention', 'contact_tag', 'contact_search', 'duplicate_trait', 'duplicate_queue', 'distinct_pair', 'duplicate_pair'])
    order by c.relname
  loop
    return query execute format(
      'select %L::text, to_jsonb(t) - ''owner_id'' from %1$I t where owner_id = $1 and contact_id = any ($2) order by t', theirs.name)
    using owner, people;
  end loop;
  return query
    select 'tag', to_jsonb(g.name) from contact_tag t join tag g on g.owner_id = t.owner_id and g.id = t.tag_id
    where t.owner_id = owner and t.contact_id = any (people) order by g.name;
  return query
    select 'interaction', to_jsonb(i) - 'owner_id' || jsonb_build_object('others', (
      select count(*) from interaction_contact o where o.owner_id = i.owner_id and o.interaction_id = i.id and o.contact_id <> all (people)))
    from interaction i
    where i.owner_id = owner and i.id in (select x.interaction_id from interaction_contact x where x.owner_id = owner and x.contact_id = any (people))
    order by i.occurred_at, i.id;
  return query
    select 'mention', jsonb_build_object('interaction_id', i.id, 'occurred_at', i.occurred_at, 'notes', i.notes)
    from interaction i
    where i.owner_id = owner and i.id in (select x.interaction_id from mention x where x.owner_id = owner and x.contact_id = any (people))
    order by i.occurred_at, i.id;
  return query
    select 'recommendation_version', to_jsonb(v) - 'owner_id'
    from recommendation_version v join recommendation r on r.owner_id = v.owner_id and r.id = v.recommendation_id
    where v.owner_id = owner and r.contact_id = any (people) order by v.created_at;
  return query
    select 'introduced', to_jsonb(s) - 'owner_id' - 'contact_id' from support_act s
    where s.owner_id = owner and s.introduced_contact_id = any (people) and s.contact_id <> all (people) order by s.occurred_at;
  return query
    select 'duplicate_pair', to_jsonb(p) - 'owner_id' - 'contact_id' - 'other_id' from duplicate_pair p
    where p.owner_id = owner and (p.contact_id = any (people) or p.other_id = any (people));
  return query
    select 'distinct_pair', to_jsonb(p) - 'owner_id' - 'contact_id' - 'other_id' from distinct_pair p
    where p.owner_id = owner and (p.contact_id = any (people) or p.other_id = any (people));
end $$;
