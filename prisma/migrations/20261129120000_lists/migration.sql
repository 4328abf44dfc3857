-- The list of contacts: what of it is kept (views, columns, how close the rows stand), changes of many at once that can
-- be taken back, and the orders it gained.

-- The filter's text, order and columns of a list, under a name.
create table "saved_view" (
    "owner_id" uuid not null,
    "id" uuid not null default uuid_v7(),
    "name" text not null,
    "query" text not null default '',
    "sort" text not null default 'name',
    "reversed" boolean not null default false,
    "columns" text not null default '',
    "place" integer not null default 0,
    "is_default" boolean not null default false,
    "created_at" timestamptz(6) not null default current_timestamp,
    "updated_at" timestamptz(6) not null default current_timestamp,

    constraint "saved_view_pkey" primary key ("owner_id", "id"),
    constraint "saved_view_owner_id_fkey" foreign key ("owner_id") references "app_user" ("id") on delete cascade on update no action
);
create unique index "saved_view_owner_id_lower_name_key" on "saved_view" (owner_id, lower(name));
create unique index "saved_view_owner_id_default_key" on "saved_view" (owner_id) where is_default;

create type "list_density" as enum ('COMFORTABLE', 'COMPACT');

-- The columns of the list where no view says otherwise ('': the usual ones).
create table "list_setting" (
    "owner_id" uuid not null,
    "columns" text not null default '',
    "density" "list_density" not null default 'COMFORTABLE',
    "created_at" timestamptz(6) not null default current_timestamp,
    "updated_at" timestamptz(6) not null default current_timestamp,

    constraint "list_setting_pkey" primary key ("owner_id"),
    constraint "list_setting_owner_id_fkey" foreign key ("owner_id") references "app_user" ("id") on delete cascade on update no action
);

create type "bulk_kind" as enum ('TAG', 'UNTAG', 'FOLLOW_UP', 'TRASH');

-- A change of many contacts at once, with exactly whom it changed: what its undo needs. Kept for a day.
create table "bulk_change" (
    "owner_id" uuid not null,
    "id" uuid not null default uuid_v7(),
    "kind" "bulk_kind" not null,
    "contact_ids" uuid[] not null default '{}',
    "follow_up_ids" uuid[] not null default '{}',
    "tag" jsonb, -- the tag's row, which goes with the last contact that has it
    "created_at" timestamptz(6) not null default current_timestamp,
    "undone_at" timestamptz(6),

    constraint "bulk_change_pkey" primary key ("owner_id", "id"),
    constraint "bulk_change_owner_id_fkey" foreign key ("owner_id") references "app_user" ("id") on delete cascade on update no action
);
create index "bulk_change_owner_id_created_at_idx" on "bulk_change" (owner_id, created_at);

do $$
declare
  owned text;
begin
  foreach owned in array array['saved_view', 'list_setting', 'bulk_change'] loop
    execute format('grant select, insert, update, delete on %I to vouch_app', owned);
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format(
      'create policy owner_only on %I using (owner_id = current_owner()) with check (owner_id = current_owner())', owned);
  end loop;
end $$;

-- The company as it is filtered and sorted by: folded as the name is, null where none is written. Under row-level security
-- only what a table stores can be a range of an index, so it stands here.
alter table "contact_search" add column "company" text collate "C";
create index "contact_search_owner_id_company_contact_id_idx" on "contact_search" (owner_id, company, contact_id);

-- The list by the day of connecting, those without one too.
create index "contact_owner_id_connected_day_idx" on "contact" (owner_id, connected_on desc nulls last, id)
  where deleted_at is null;

-- As before, with the company.
create or replace function refresh_contact_search(owner uuid, contacts uuid[]) returns void
language sql
set enable_seqscan = off
set enable_nestloop = on
as $$
  insert into contact_search (owner_id, contact_id, sort_name, company, document)
  select owner, c.id, search_fold(btrim(c.full_name)), nullif(search_fold(btrim(c.company)), ''),
    search_fold(concat_ws(e'\n', c.full_name, c.company, c.position, c.headline, c.location, c.expertise, c.how_we_met,
      (select string_agg(concat_ws(e'\n', p.value, nullif(p.normalised, p.value)), e'\n' order by p.id)
       from contact_point p where p.owner_id = owner and p.contact_id = c.id),
      (select string_agg(a.slug, e'\n' order by a.slug)
       from linkedin_alias a where a.owner_id = owner and a.contact_id = c.id),
      (select string_agg(t.name, e'\n' order by t.name)
       from contact_tag ct join tag t on t.owner_id = ct.owner_id and t.id = ct.tag_id
       where ct.owner_id = owner and ct.contact_id = c.id),
      c.notes))
  from unnest(contacts) as touched (id)
  cross join lateral (select * from contact c where c.owner_id = owner and c.id = touched.id limit 1) c
  on conflict (owner_id, contact_id) do update
    set sort_name = excluded.sort_name, company = excluded.company, document = excluded.document
    where (contact_search.sort_name, contact_search.company, contact_search.document)
      is distinct from (excluded.sort_name, excluded.company, excluded.document)
$$;

-- Rows written before this migration.
update contact_search s set company = nullif(search_fold(btrim(c.company)), '')
from contact c where c.owner_id = s.owner_id and c.id = s.contact_id and c.company is not null;
