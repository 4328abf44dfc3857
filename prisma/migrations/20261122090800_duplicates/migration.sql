-- People who may be in the record twice: what each is recognised by, and the pairs found.

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
create index "duplicate_trait_owner_id_company_idx" on "duplicate_trait" ("owner_id", "company"); -- how many work there
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
create index "duplicate_pair_owner_id_distinct_at_idx" on "duplicate_pair" ("owner_id", "distinct_at" desc) where "distinct_at" is not null;
create index "duplicate_pair_owner_id_next_idx" on "duplicate_pair" (owner_id, skipped_at nulls first, score desc, contact_id, other_id) where distinct_at is null;

do $$
declare
  owned text;
begin
  foreach owned in array array['duplicate_trait', 'duplicate_queue', 'duplicate_pair'] loop
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
language sql
-- by key, whatever the statistics say about tables that have just been filled
set enable_seqscan = off
set enable_nestloop = on
as $$
  insert into duplicate_queue as q (owner_id, contact_id)
  select c.owner_id, c.id
  from (select distinct * from unnest(owners, contacts) as row (owner_id, contact_id)) touched
  cross join lateral (
    select c.owner_id, c.id from contact c where c.owner_id = touched.owner_id and c.id = touched.contact_id limit 1
  ) c
  order by 1, 2
  on conflict (owner_id, contact_id) do update set ready = false
$$;

create function queue_contacts() returns trigger language plpgsql
set enable_nestloop = off -- this is planned once for a connection, perhaps for one row, and then meets thousands
as $$
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
