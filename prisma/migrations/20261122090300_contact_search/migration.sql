-- What the contact list searches and sorts by: one row per contact, kept by triggers, so that rows written by any
-- means (forms, imports, plain SQL) are found.
--
-- Substrings in any order are what people expect of a search box, and a trigram index gives them. But under row-level
-- security Postgres uses an index only for leakproof operators, and LIKE is not one: with 100,000 contacts a search that
-- finds nothing took 85 ms as a scan. find_contacts below names the owner itself and runs as the schema's owner: 0.5 ms.
-- Where that role is subject to row-level security too it answers the same, at the speed of the scan.

create extension if not exists pg_trgm;
create extension if not exists btree_gin;

CREATE TABLE "contact_search" (
    "owner_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "sort_name" TEXT NOT NULL,
    "document" TEXT NOT NULL,

    CONSTRAINT "contact_search_pkey" PRIMARY KEY ("owner_id","contact_id")
);

ALTER TABLE "contact_search" ADD CONSTRAINT "contact_search_owner_id_contact_id_fkey" FOREIGN KEY ("owner_id", "contact_id") REFERENCES "contact"("owner_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- By code point: the same order on every system, and folded names (below) need no other.
alter table "contact_search" alter column sort_name type text collate "C";

CREATE INDEX "contact_search_owner_id_sort_name_contact_id_idx" ON "contact_search"("owner_id", "sort_name", "contact_id");
CREATE INDEX "contact_search_owner_id_document_idx" ON "contact_search" USING GIN ("owner_id" uuid_ops, "document" gin_trgm_ops);

-- The list by last contact.
create index "contact_standing_owner_id_last_interaction_idx" on "contact_standing" (owner_id, last_interaction_at desc nulls last, contact_id);

grant select, insert, update, delete on "contact_search" to vouch_app;
alter table "contact_search" enable row level security;
alter table "contact_search" force row level security;
create policy owner_only on "contact_search" using (owner_id = current_owner()) with check (owner_id = current_owner());

-- Lower case without accents: Élodie is found by "elodie", Bjørn by "bjorn", Straße by "strasse".
create function search_fold(written text) returns text
language sql immutable parallel safe as $$
  select case when octet_length(written) = char_length(written) then lower(written) else
    replace(replace(replace(translate(
      regexp_replace(normalize(lower(written), nfkd), '[\u0300-\u036f]', '', 'g'),
      'øłđðıħ', 'olddih'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe')
  end
$$;

-- What `document` is like when it holds the word; a percent sign in it is only that.
create function search_pattern(word text) returns text
language sql immutable parallel safe as $$
  select '%' || regexp_replace(search_fold(word), '([\\%_])', '\\\1', 'g') || '%'
$$;

-- Writes the search rows of these contacts anew, from base tables alone.
create function refresh_contact_search(owner uuid, contacts uuid[]) returns void
language sql as $$
  insert into contact_search (owner_id, contact_id, sort_name, document)
  select c.owner_id, c.id, search_fold(btrim(c.full_name)),
    search_fold(concat_ws(e'\n', c.full_name, c.company, c.position, c.headline, c.location, c.expertise, c.how_we_met,
      (select string_agg(concat_ws(e'\n', p.value, nullif(p.normalised, p.value)), e'\n' order by p.id)
       from contact_point p where p.owner_id = c.owner_id and p.contact_id = c.id),
      (select string_agg(a.slug, e'\n' order by a.slug)
       from linkedin_alias a where a.owner_id = c.owner_id and a.contact_id = c.id),
      (select string_agg(t.name, e'\n' order by t.name)
       from contact_tag ct join tag t on t.owner_id = ct.owner_id and t.id = ct.tag_id
       where ct.owner_id = c.owner_id and ct.contact_id = c.id),
      c.notes))
  -- A join: an array of thousands would be searched through for every contact.
  from unnest(contacts) as touched (id)
  join contact c on c.owner_id = owner and c.id = touched.id
  on conflict (owner_id, contact_id) do update set sort_name = excluded.sort_name, document = excluded.document
    where (contact_search.sort_name, contact_search.document) is distinct from (excluded.sort_name, excluded.document)
$$;

-- Statement-level, so that ten thousand rows cost one refresh. A standing that changes leaves the words alone:
-- `contact` is looked at only where a searched column differs.
create function contact_search_of_contacts() returns trigger language plpgsql as $$
begin
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

-- contact_point, linkedin_alias, contact_tag: whatever rows came or went, their contacts.
create function contact_search_of_parts() returns trigger language plpgsql as $$
begin
  if tg_op in ('INSERT', 'UPDATE') then
    perform refresh_contact_search(owner_id, array_agg(distinct contact_id)) from new_rows group by owner_id;
  end if;
  if tg_op in ('DELETE', 'UPDATE') then
    perform refresh_contact_search(owner_id, array_agg(distinct contact_id)) from old_rows group by owner_id;
  end if;
  return null;
end $$;

create function contact_search_of_tags() returns trigger language plpgsql as $$
begin
  perform refresh_contact_search(ct.owner_id, array_agg(distinct ct.contact_id))
  from contact_tag ct
  join new_rows n on n.owner_id = ct.owner_id and n.id = ct.tag_id
  join old_rows o on o.owner_id = n.owner_id and o.id = n.id and o.name <> n.name
  group by ct.owner_id;
  return null;
end $$;

create trigger contact_search_insert after insert on contact
  referencing new table as new_rows for each statement execute function contact_search_of_contacts();
create trigger contact_search_update after update on contact
  referencing old table as old_rows new table as new_rows for each statement execute function contact_search_of_contacts();
create trigger contact_search_update after update on tag
  referencing old table as old_rows new table as new_rows for each statement execute function contact_search_of_tags();

do $$
declare
  part text;
begin
  foreach part in array array['contact_point', 'linkedin_alias', 'contact_tag'] loop
    execute format('create trigger contact_search_insert after insert on %I referencing new table as new_rows
      for each statement execute function contact_search_of_parts()', part);
    execute format('create trigger contact_search_update after update on %I referencing old table as old_rows new table as new_rows
      for each statement execute function contact_search_of_parts()', part);
    execute format('create trigger contact_search_delete after delete on %I referencing old table as old_rows
      for each statement execute function contact_search_of_parts()', part);
  end loop;
end $$;

-- The contacts of the transaction's owner whose row holds every one of the words, at most `most` of them, in no order.
-- It runs as the schema's owner, for the index's sake, so it names the owner itself; and it is built for the words
-- given, because a plan that doesn't know them can't use the index.
create function find_contacts(words text[], most integer) returns setof uuid
language plpgsql stable security definer rows 200 set search_path = pg_catalog, public, pg_temp as $$
begin
  return query execute
    'select contact_id from contact_search where owner_id = current_owner()'
    || (select coalesce(string_agg(format(' and document like %L', search_pattern(word)), ''), '') from unnest(words) as word)
    || ' limit $1' using most;
end $$;

revoke all on function find_contacts(text[], integer) from public;
grant execute on function find_contacts(text[], integer) to vouch_app;

-- Rows written before this migration.
select refresh_contact_search(owner_id, array_agg(id)) from contact group by owner_id;
