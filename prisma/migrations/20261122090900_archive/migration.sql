-- One import, many files: an archive as the owner sees it, with each file's own counts. And what a newer archive is
-- compared with.

alter type "import_kind" add value 'INVITATIONS';
alter type "import_kind" add value 'RECOMMENDATIONS_GIVEN';
alter type "import_kind" add value 'RECOMMENDATIONS_RECEIVED';
alter type "import_kind" add value 'ENDORSEMENTS_GIVEN';
alter type "import_kind" add value 'ENDORSEMENTS_RECEIVED';
alter type "import_kind" add value 'CONTACTS';
alter type "import_kind" add value 'NOTES';

alter type "import_state" add value 'CANCELLING' after 'RUNNING';

CREATE TABLE "import_file" (
    "owner_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "file" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "import_kind",
    "rows_total" INTEGER NOT NULL DEFAULT 0,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "failure" JSONB,
    "newest_on" DATE,
    "is_part" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "import_file_pkey" PRIMARY KEY ("owner_id","batch_id","file")
);

ALTER TABLE "import_file" ADD CONSTRAINT "import_file_owner_id_batch_id_fkey" FOREIGN KEY ("owner_id", "batch_id") REFERENCES "import_batch"("owner_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- What was brought before is one file each.
insert into "import_file" (owner_id, batch_id, file, name, kind, rows_total, counts, failure)
select owner_id, id, 1, file_name, kind, rows_total, counts - 'people' - 'undone', failure from "import_batch";

alter table "import_batch" drop column "kind";

alter table "import_row"
  add column "file" integer not null default 1,
  add column "candidates" uuid[] default array[]::uuid[],
  add column "decision" text,
  drop constraint "import_row_pkey",
  drop constraint "import_row_owner_id_batch_id_fkey";
alter table "import_row" alter column "file" drop default;
alter table "import_row"
  add constraint "import_row_pkey" primary key ("owner_id", "batch_id", "file", "line"),
  add constraint "import_row_owner_id_batch_id_file_fkey" foreign key ("owner_id", "batch_id", "file")
    references "import_file" ("owner_id", "batch_id", "file") on delete cascade on update no action;

alter table "import_person"
  add column "wanted" boolean not null default false,
  add column "proposed_id" uuid;

-- What the newest Connections file said about a contact, and the last day that file knew of. Where a contact still says
-- the same, nobody has typed over it, and a newer file may bring it up to date; and only who was in such a file can be
-- missing from the next.
CREATE TABLE "linkedin_fact" (
    "owner_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "company" TEXT,
    "position" TEXT,
    "newest_on" DATE,

    CONSTRAINT "linkedin_fact_pkey" PRIMARY KEY ("owner_id","contact_id")
);

ALTER TABLE "linkedin_fact" ADD CONSTRAINT "linkedin_fact_owner_id_contact_id_fkey" FOREIGN KEY ("owner_id", "contact_id") REFERENCES "contact"("owner_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- Connections that a newer Connections file doesn't name any more, and what the owner says about each.
CREATE TABLE "import_missing" (
    "owner_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "removed" BOOLEAN,

    CONSTRAINT "import_missing_pkey" PRIMARY KEY ("owner_id","batch_id","contact_id")
);

ALTER TABLE "import_missing" ADD CONSTRAINT "import_missing_owner_id_batch_id_fkey" FOREIGN KEY ("owner_id", "batch_id") REFERENCES "import_batch"("owner_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "import_missing" ADD CONSTRAINT "import_missing_owner_id_contact_id_fkey" FOREIGN KEY ("owner_id", "contact_id") REFERENCES "contact"("owner_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
CREATE INDEX "import_missing_owner_id_contact_id_idx" ON "import_missing"("owner_id", "contact_id");

-- Contacts that an import made, changed or says something new about, with the version it left them at: who has another
-- one now was edited since. No foreign key: who was merged into another contact since, or is gone, is remembered too.
CREATE TABLE "import_contact" (
    "owner_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "edited" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "import_contact_pkey" PRIMARY KEY ("owner_id","batch_id","contact_id")
);

ALTER TABLE "import_contact" ADD CONSTRAINT "import_contact_owner_id_batch_id_fkey" FOREIGN KEY ("owner_id", "batch_id") REFERENCES "import_batch"("owner_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

do $$
declare
  owned text;
begin
  foreach owned in array array['import_file', 'linkedin_fact', 'import_missing', 'import_contact'] loop
    execute format('grant select, insert, update, delete on %I to vouch_app', owned);
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format(
      'create policy owner_only on %I using (owner_id = current_owner()) with check (owner_id = current_owner())', owned);
  end loop;
end $$;

-- ─── Thousands of rows at once ───────────────────────────────────────────────
-- A trigger's statements are planned once for a connection, for as few rows as came first and by what the statistics
-- say of tables that are about to be filled. An import then compared each of thirty thousand rows with each.

alter function refresh_by_contact_itself() set enable_nestloop = off;
alter function refresh_by_interaction() set enable_nestloop = off;
alter function contact_search_of_contacts() set enable_nestloop = off;
alter function contact_search_of_tags() set enable_nestloop = off;
alter function refresh_touched(uuid[], uuid[], uuid[]) set enable_nestloop = on;

-- Statistics of the tables that an import fills, of those that have grown by a fifth since they were last taken: also of
-- rows that nobody else sees yet. By what is known of an empty table any index is as good as another, and a look-up goes
-- through all of an owner's rows. It runs as the schema's owner, who alone may; it answers with nothing.
create function take_statistics() returns void
language plpgsql security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
  grown regclass;
begin
  for grown in
    select oid from pg_class
    where relnamespace = 'public'::regnamespace
      and relname = any (array['import_row', 'import_person', 'import_contact', 'contact', 'contact_point', 'linkedin_alias',
        'linkedin_fact', 'contact_search', 'contact_standing', 'interaction', 'interaction_contact', 'invitation',
        'recommendation', 'support_act', 'duplicate_queue'])
      and pg_relation_size(oid) / current_setting('block_size')::int > 1.2 * relpages + 20
  loop
    execute format('analyze (skip_locked) %s', grown);
  end loop;
end $$;

revoke all on function take_statistics() from public;
grant execute on function take_statistics() to vouch_app;

-- As before, but each contact and what belongs to it is looked up by key.
create or replace function refresh_contact_search(owner uuid, contacts uuid[]) returns void
language sql
set enable_seqscan = off
set enable_nestloop = on
as $$
  insert into contact_search (owner_id, contact_id, sort_name, document)
  select owner, c.id, search_fold(btrim(c.full_name)),
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
  on conflict (owner_id, contact_id) do update set sort_name = excluded.sort_name, document = excluded.document
    where (contact_search.sort_name, contact_search.document) is distinct from (excluded.sort_name, excluded.document)
$$;
