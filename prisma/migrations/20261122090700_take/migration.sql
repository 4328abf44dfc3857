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

-- Keeps rows that export_rows gave aside, numbered on; `given` is an array of [line of the file, row]. A whole table is
-- then written at once: its triggers look at every contact once instead of once for each few thousand rows.
create function stage_rows(given json) returns void
language plpgsql volatile as $$
begin
  create temp table if not exists staged_row (n int generated always as identity primary key, line int, fields json)
    on commit drop;
  insert into staged_row (line, fields)
  select (pair ->> 0)::int, pair -> 1 from json_array_elements(given) with ordinality as list (pair, place) order by place;
end
$$;

-- Writes what was kept aside, from one number to another, as the owner's rows of a table.
create function restore_staged(target text, first int, last int) returns void
language plpgsql volatile as $$
begin
  execute format(
    'insert into %1$I (owner_id, %2$s)
     select current_owner(), %2$s
     from staged_row cross join lateral json_populate_record(null::%1$I, fields)
     where n between $1 and $2 order by n',
    target, taken_columns(target))
  using first, last;
end
$$;

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
end
$$;

revoke execute on function delete_owner() from public;
grant execute on function delete_owner() to vouch_app;
