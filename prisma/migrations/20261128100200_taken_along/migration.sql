-- What was decided about people outlives a move to another Vouch, and an import that is taken back.

-- ─── Said to be different people, and gone ───────────────────────────────────
-- Taking back an import deletes the contacts it made, and with them their pairs. The same file would make the same ids
-- again: who the owner said isn't who stays here until then. No foreign key: that one of them isn't there is why.

create table "distinct_pair" (
    "owner_id" uuid not null,
    "contact_id" uuid not null,
    "other_id" uuid not null,
    "distinct_at" timestamptz(6) not null,

    constraint "distinct_pair_pkey" primary key ("owner_id", "contact_id", "other_id"),
    constraint "distinct_pair_ordered" check ("contact_id" < "other_id"),
    constraint "distinct_pair_owner_id_fkey" foreign key ("owner_id") references "app_user" ("id") on delete cascade on update no action
);

alter table "distinct_pair" enable row level security;
alter table "distinct_pair" force row level security;
create policy owner_only on "distinct_pair" using (owner_id = current_owner()) with check (owner_id = current_owner());
grant select, insert, update, delete on "distinct_pair" to vouch_app;

-- ─── Everything but some columns ─────────────────────────────────────────────
-- Which columns are taken is said by who asks: of a merge, who became who goes along, what its undo needs doesn't.

drop function export_rows(text, text[], text, text[], int);
drop function restore_rows(text, json);
drop function taken_columns(text);

-- The owner's next rows after `after` in the order of `key`, one JSON object a line with commas between; where they end;
-- and how many there are. Where a column is named as `written`, only rows that have it; as `unwritten`, only rows that
-- haven't. It ends at `most` rows, or after the row with which the lines are as long as
-- `longest`: a page must fit into memory whatever was written, and be on its way within a minute.
create function export_rows(source text, columns text[], key text[], written text, unwritten text, after text[], most int, longest int)
returns table (lines text, last text[], taken int)
language plpgsql stable
set timezone = 'UTC'
as $$
declare
  ordered constant text := coalesce((select string_agg(quote_ident(name), ', ') from unnest(key) as name), '');
begin
  return query execute format(
    'select string_agg(line, e'',\n''), array[%s]::text[], count(*)::int
     from (
       select *, sum(length(line)) over (rows between unbounded preceding and 1 preceding) as before
       from (
         select %s row_to_json(page)::text as line
         from (select %s from %I where owner_id = current_owner() %s %s %s %s limit $2) page
         offset 0 -- else each line is written twice, once for its length
       ) written
     ) sized
     where coalesce(before, 0) < $3',
    (select string_agg(format('(array_agg(%I))[count(*)]::text', name), ', ') from unnest(key) as name),
    (select string_agg(format('page.%I,', name), ' ') from unnest(key) as name),
    (select string_agg(quote_ident(name), ', ' order by place) from unnest(columns) with ordinality as taken (name, place)),
    source,
    case when written is not null then format('and %I is not null', written) end,
    case when unwritten is not null then format('and %I is null', unwritten) end,
    case when after is not null then format('and (%s) > (%s)', ordered,
      (select string_agg(format('$1[%s]::%s', place, a.atttypid::regtype), ', ' order by place)
       from unnest(key) with ordinality as part (name, place)
       join pg_attribute a on a.attrelid = source::regclass and a.attname = part.name)) end,
    case when ordered <> '' then 'order by ' || ordered end)
  using after, most, longest;
end
$$;

-- Writes rows that export_rows gave as the owner's: a JSON list of them.
create function restore_rows(target text, columns text[], given json) returns void
language plpgsql volatile as $$
declare
  written constant text := (
    select string_agg(quote_ident(name), ', ' order by place) from unnest(columns) with ordinality as given (name, place));
begin
  execute format('insert into %1$I (owner_id, %2$s) select current_owner(), %2$s from json_populate_recordset(null::%1$I, $1)',
    target, written)
  using given;
end
$$;

-- Once undone, or brought back from a file, a merge has nothing left that could be undone.
comment on column "contact_merge"."memory" is 'null once undone, and of a merge that came back from a file';
