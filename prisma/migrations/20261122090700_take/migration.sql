-- What an owner takes along, puts back, and leaves behind.

-- ─── The calendar feed ───────────────────────────────────────────────────────
-- Asked for by programs that are not signed in, so, like a session, it is found by its token before any owner is known.

-- CreateTable
CREATE TABLE "calendar_feed" (
    "user_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "with_notes" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("user_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_token_hash_key" ON "calendar_feed"("token_hash");

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

grant select, insert, update, delete on "calendar_feed" to vouch_app;

-- ─── What is brought back ────────────────────────────────────────────────────
-- An export on its way back in: one an owner. What was sent waits here, compressed, for the job that reads it, wherever
-- that runs and however often it has to start.

create type "restore_state" as enum ('SENDING', 'WAITING', 'RUNNING', 'FAILED', 'DONE');

create table "restore" (
    "owner_id" uuid not null,
    "id" uuid not null default uuid_v7(),
    "state" "restore_state" not null default 'SENDING',
    "percent" integer not null default 0,
    "contacts" integer not null default 0,
    "failure" jsonb,
    "created_at" timestamptz(6) not null default current_timestamp,
    "updated_at" timestamptz(6) not null default current_timestamp,

    constraint "restore_pkey" primary key ("owner_id"),
    constraint "restore_owner_id_fkey" foreign key ("owner_id") references "app_user" ("id") on delete cascade on update no action
);
create unique index "restore_owner_id_id_key" on "restore" ("owner_id", "id");

create table "restore_part" (
    "owner_id" uuid not null,
    "restore_id" uuid not null,
    "n" integer not null,
    "bytes" bytea not null,

    constraint "restore_part_pkey" primary key ("owner_id", "restore_id", "n"),
    constraint "restore_part_owner_id_restore_id_fkey" foreign key ("owner_id", "restore_id") references "restore" ("owner_id", "id") on delete cascade on update no action
);
alter table "restore_part" alter column "bytes" set storage external; -- compressed already

do $$
declare
  owned text;
begin
  foreach owned in array array['restore', 'restore_part'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format(
      'create policy owner_only on %I using (owner_id = current_owner()) with check (owner_id = current_owner())', owned);
    execute format('grant select, insert, update, delete on %I to vouch_app', owned);
  end loop;
end $$;

-- ─── Everything out, everything in ───────────────────────────────────────────
-- Prisma reads moments to the millisecond and Postgres keeps them to the microsecond, so rows that are to come back
-- equal never become Prisma's: Postgres writes them as JSON and reads that JSON. These functions run as the caller, so
-- row-level security holds; which tables, and what a row may hold, is in lib/exports/tables.ts.

-- The columns of a table but its owner, in their order.
create function taken_columns(source text) returns text
language sql stable parallel safe as $$
  select string_agg(quote_ident(attname), ', ' order by attnum)
  from pg_attribute
  where attrelid = source::regclass and attnum > 0 and not attisdropped and attname <> 'owner_id'
$$;

-- The owner's next rows after `after` in the order of `key` (columns that are uuids), one JSON object a line with
-- commas between; where they end; and how many there are. Where a column is named as `written`, only rows that have it.
create function export_rows(source text, key text[], written text, after text[], most int)
returns table (lines text, last text[], taken int)
language plpgsql stable
set timezone = 'UTC'
as $$
declare
  columns constant text := (select string_agg(quote_ident(name), ', ') from unnest(key) as name);
begin
  return query execute format(
    'select string_agg(row_to_json(page)::text, e'',\n''), array[%s]::text[], count(*)::int
     from (select %s from %I where owner_id = current_owner() %s %s %s limit $2) page',
    (select string_agg(format('(array_agg(page.%I))[count(*)]::text', name), ', ') from unnest(key) as name),
    taken_columns(source), source,
    case when written is not null then format('and %I is not null', written) end,
    case when after is not null then format('and (%s) > (%s)', columns,
      (select string_agg(format('$1[%s]::uuid', place), ', ') from unnest(key) with ordinality as part (name, place))) end,
    'order by ' || columns)
  using after, most;
end
$$;

-- Writes rows that export_rows gave as the owner's: a JSON list of them.
create function restore_rows(target text, given json) returns void
language plpgsql volatile as $$
begin
  execute format('insert into %1$I (owner_id, %2$s) select current_owner(), %2$s from json_populate_recordset(null::%1$I, $1)',
    target, taken_columns(target))
  using given;
end
$$;

-- ─── What is derived, once instead of with every statement ───────────────────
-- A transaction that writes everything an owner has makes what is derived from it itself, at its end: standings by
-- app.standing_rebuild = 'own' (which relationship_strength.sql now heeds for every source, not the policy alone), words
-- to search by and the queue of possible duplicates by app.derived = 'at the end'.

create or replace function refresh_touched(owners uuid[], contacts uuid[], interactions uuid[]) returns void
language plpgsql volatile
-- look-ups by key, whatever the statistics say about tables that have just been filled: `offset 0` and `limit 1` keep
-- the planner from comparing every row with every other one
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
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

create or replace function refresh_by_policy() returns trigger
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

create function is_derived_at_the_end() returns boolean
language sql stable parallel safe as $$ select current_setting('app.derived', true) is not distinct from 'at the end' $$;

create or replace function contact_search_of_contacts() returns trigger language plpgsql as $$
begin
  if is_derived_at_the_end() then
    return null;
  end if;
  if tg_op = 'INSERT' then
    perform refresh_contact_search(owner_id, array_agg(id)) from new_rows group by owner_id;
  else
    perform refresh_contact_search(n.owner_id, array_agg(n.id))
    from new_rows n join old_rows o on o.owner_id = n.owner_id and o.id = n.id
    where (n.full_name, n.company, n.position, n.headline, n.location, n.expertise, n.how_we_met, n.notes)
      is distinct from (o.full_name, o.company, o.position, o.headline, o.location, o.expertise, o.how_we_met, o.notes)
    group by n.owner_id;
  end if;
  return null;
end $$;

create or replace function contact_search_of_parts() returns trigger language plpgsql as $$
begin
  if is_derived_at_the_end() then
    return null;
  end if;
  if tg_op in ('INSERT', 'UPDATE') then
    perform refresh_contact_search(owner_id, array_agg(distinct contact_id)) from new_rows group by owner_id;
  end if;
  if tg_op in ('DELETE', 'UPDATE') then
    perform refresh_contact_search(owner_id, array_agg(distinct contact_id)) from old_rows group by owner_id;
  end if;
  return null;
end $$;

-- ─── Leaving ─────────────────────────────────────────────────────────────────

-- Deletes the transaction's owner with everything there is of it, table by table. All rows go, so what keeps them
-- consistent with each other has nothing to do: where the schema's owner may say so, triggers and cascades rest
-- meanwhile (100,000 contacts are a million cascades). Where it may not, the same happens slowly.
create function delete_owner() returns void
language plpgsql volatile security definer
set search_path = public, pg_temp
as $$
declare
  leaving constant uuid := current_owner();
  at_rest boolean := true;
  owned text;
begin
  if leaving is null then
    raise insufficient_privilege using message = 'delete_owner: the transaction names no owner';
  end if;
  perform lock_standing(leaving);
  perform from app_user where id = leaving for update;
  begin
    perform set_config('session_replication_role', 'replica', true);
  exception when insufficient_privilege then
    at_rest := false;
  end;
  for owned in
    select c.relname
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'owner_id' and not a.attisdropped
    cross join lateral (select exists (
      select from pg_constraint f where f.contype = 'f' and f.confrelid = c.oid and f.conrelid <> c.oid) as is_referred_to) r
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
    order by
      -- At rest what others refer to goes first: who is just adding to it is waited for, and none can come after.
      -- Else it goes last, and before it the standings, which every other table that goes writes anew.
      r.is_referred_to = not at_rest, c.relname in ('contact_standing', 'standing_tally'), c.relname
  loop
    execute format('delete from %I where owner_id = $1', owned) using leaving;
  end loop;
  if at_rest then
    perform set_config('session_replication_role', 'origin', true);
  end if;
  delete from app_user where id = leaving; -- and with it sessions and the calendar feed
  if to_regclass('pgboss.job') is not null then -- what was asked for in the background, done or not, names the owner
    execute 'delete from pgboss.job where data ->> ''owner'' = $1' using leaving::text;
  end if;
end
$$;

revoke execute on function delete_owner() from public;
grant execute on function delete_owner() to vouch_app;
