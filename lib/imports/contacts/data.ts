// A person from a file: Contacts.csv, a card, a row of any table of people. They are a contact by address, or by e-mail or
// phone under the same name; a shared mailbox or switchboard, or a name alone, is only a suggestion, and waits for the
// owner's word.
import "server-only";
import { dropUnused } from "@/lib/contacts/tags/data";
import type { OwnerDb } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import { saidDistinct } from "../distinct/data";
import type { ImportKind } from "../kinds";
import { knownNames, knownPoints, knownSlugs, mergedAway } from "../known/data";

/** (kind, key, value, label) of all a row says somebody is reached by: parallel lists, one line each. */
const pointsOf = Prisma.sql`
  unnest(string_to_array(row.fields->>'pointKinds', e'\n'), string_to_array(row.fields->>'pointKeys', e'\n'),
         string_to_array(row.fields->>'points', e'\n'), string_to_array(row.fields->>'pointLabels', e'\n'))
    as point (kind, key, value, label)`;

/** The only list that is decided before this one. */
const connections: ImportKind[] = ["CONNECTIONS"];

/** Decides each row. Blank fields are filled in, nothing is overwritten. */
export async function decideContacts(db: OwnerDb, batchId: string, files: number[]): Promise<void> {
  await db.$executeRaw`
    with row as materialized (
      select file, line, proposed_id, decision, fields, fields->>'slug' as slug, search_fold(btrim(fields->>'fullName')) as name
      from import_row
      where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid and file = any (${files}::int[])
        and proposed_id is not null
    ), slugs as materialized (${knownSlugs(db, batchId, connections)}
    ), names as materialized (${knownNames(db, batchId, connections)}
    ), merged as materialized (${mergedAway(db)}
    ), apart as materialized (${saidDistinct(db)}
    ), point as materialized (
      select file, line, kind, key as normalised, value from row, ${pointsOf} where row.fields ? 'points'
    ), reached as materialized (
      select distinct point.file, point.line, known.contact_id
      from point join row using (file, line) join (${knownPoints(db, batchId, connections)}) as known using (kind, normalised)
      where (row.proposed_id, known.contact_id) not in (select id, other_id from apart)
    ), alike as (
      select row.file, row.line, (array_agg(distinct reached.contact_id))[1] as contact_id
      from row join reached using (file, line) join names on names.contact_id = reached.contact_id and names.name = row.name
      group by row.file, row.line
      having count(distinct reached.contact_id) = 1
    ), maybe as (
      select file, line, array_agg(distinct contact_id) as people from (
        select file, line, contact_id from reached
        union all
        select row.file, row.line, names.contact_id from row join names using (name)
        where (row.proposed_id, names.contact_id) not in (select id, other_id from apart)
      ) as suggested group by file, line
    ), shared as (
      -- The same signs make one person of two rows that made one of a row and a contact; Vouch's own rows know who they are.
      select file, line, proposed_id, decision is null and not fields ? 'id' as is_open,
             first_value(proposed_id) over (partition by kind, normalised, name order by file, line) as first_id
      from (
        select file, line, proposed_id, decision, fields, kind, normalised, name from row join point using (file, line)
        where kind in ('EMAIL', 'PHONE')
        union all
        select file, line, proposed_id, decision, fields, 'SLUG', slug, '' from row where slug is not null
      ) as sign
    ), twin as materialized (
      select file, line, proposed_id, min(first_id::text)::uuid as first_id from shared
      where first_id <> proposed_id and is_open
      group by file, line, proposed_id
    ), found as materialized (
      select row.*, coalesce(case when decision is null and not fields ? 'id' then coalesce(further.first_id, twin.first_id) end, row.proposed_id) as root_id,
             coalesce(maybe.people[:5], '{}') as candidates,
             coalesce(chosen.contact_id, case when decision ~ '^[0-9a-f-]{36}$' then decision::uuid end, slugs.contact_id,
                      alike.contact_id, same.id, was.contact_id) as contact_id
      from row
      left join twin on twin.file = row.file and twin.line = row.line
      left join (select proposed_id, min(first_id::text)::uuid as first_id from twin group by proposed_id) as further
        on further.proposed_id = coalesce(twin.first_id, row.proposed_id)
      left join slugs on slugs.slug = row.slug
      left join alike on alike.file = row.file and alike.line = row.line
      left join maybe on maybe.file = row.file and maybe.line = row.line
      left join contact same on same.owner_id = ${db.owner}::uuid and same.id = row.proposed_id
      left join merged was on was.id = row.proposed_id
      left join merged chosen on chosen.id::text = decision
    ), settled as (
      select root_id, min(contact_id::text)::uuid as contact_id from found where contact_id is not null group by root_id
    ), person as (
      select found.file, found.line, found.fields, found.slug, found.decision, found.candidates,
             coalesce(found.contact_id, settled.contact_id) as contact_id,
             coalesce(found.contact_id, settled.contact_id, found.root_id) as person_id,
             found.decision is not distinct from 'skip' as is_out,
             coalesce(found.contact_id, settled.contact_id) is null and found.candidates <> '{}' and found.decision is null as waits
      from found left join settled on settled.root_id = found.root_id and found.decision is distinct from 'new'
    ), ordered as materialized (
      -- Of several rows about one person the first counts that comes in; the others fill in what it lacks.
      select person.*, row_number() over (partition by person_id order by is_out, waits, file, line) as nth from person
    ), tagged as materialized (
      select x.contact_id, lower(t.name) as name
      from contact_tag x join tag t on t.owner_id = x.owner_id and t.id = x.tag_id
      where x.owner_id = ${db.owner}::uuid
    ), blank as (
      select file, line, jsonb_object_agg(name, jsonb_build_array(now, value)) as changes from (
        select o.file, o.line, said.*, row_number() over (partition by o.person_id, said.name order by o.nth) as nth
        from ordered o
        left join contact c on c.owner_id = ${db.owner}::uuid and c.id = o.contact_id
        cross join lateral (values ('company', o.fields->>'company', c.company), ('position', o.fields->>'position', c.position),
          ('location', o.fields->>'location', c.location), ('howWeMet', o.fields->>'howWeMet', c.how_we_met),
          ('notes', o.fields->>'notes', c.notes),
          ('connectedOn', case when coalesce(c.connection_status, 'NONE') in ('NONE', 'CONNECTED')
                               then o.fields->>'connectedOn' end, c.connected_on::text)) as said (name, value, now)
        where said.value is not null
      ) as said where nth = 1 and btrim(coalesce(now, '')) = '' group by file, line
    ), new_tag as (
      select file, line, jsonb_agg(name order by at) as tags from (
        select o.file, o.line, o.contact_id, tag.*, row_number() over (partition by o.person_id, lower(tag.name) order by o.nth) as nth
        from ordered o cross join string_to_table(o.fields->>'tags', e'\n') with ordinality as tag (name, at)
      ) as tag
      where nth = 1 and not exists (select from tagged where tagged.contact_id = tag.contact_id and tagged.name = lower(tag.name))
      group by file, line
    ), new_point as (
      select file, line, jsonb_agg(jsonb_build_array(kind, normalised, value)) as points from (
        select point.*, o.contact_id, row_number() over (partition by o.person_id, kind, normalised order by o.nth) as nth
        from ordered o join point using (file, line)
      ) as point
      where nth = 1 and not exists (
        select from contact_point p where p.owner_id = ${db.owner}::uuid and p.contact_id = point.contact_id
                                      and p.kind::text = point.kind and p.normalised = point.normalised)
      group by file, line
    ), new_slug as (
      select file, line, slug from (
        select file, line, slug, row_number() over (partition by person_id, slug order by nth) as nth
        from ordered where slug is not null
      ) as said
      where nth = 1 and not exists (select from linkedin_alias a where a.owner_id = ${db.owner}::uuid and a.slug = said.slug)
    ), compared as (
      select o.*, c.deleted_at is not null as in_trash,
             first_value(not is_out and not waits) over (partition by person_id order by nth) as comes,
             coalesce(blank.changes, '{}') || jsonb_strip_nulls(jsonb_build_object(
               'tags', new_tag.tags, 'points', new_point.points,
               'connectionStatus', case when blank.changes ? 'connectedOn' and c.connection_status = 'NONE'
                                        then jsonb_build_array('NONE', 'CONNECTED') end,
               'slug', case when new_slug.slug is not null then to_jsonb(array[null, new_slug.slug]) end)) as changes
      from ordered o
      left join contact c on c.owner_id = ${db.owner}::uuid and c.id = o.contact_id
      left join blank on blank.file = o.file and blank.line = o.line
      left join new_tag on new_tag.file = o.file and new_tag.line = o.line
      left join new_point on new_point.file = o.file and new_point.line = o.line
      left join new_slug on new_slug.file = o.file and new_slug.line = o.line
    ), decided as (
      select compared.*, case when is_out or in_trash then 'SKIPPED' when contact_id is not null or nth > 1 and comes then 'MATCHED'
                              when waits then 'SKIPPED' else 'CREATED' end::import_outcome as outcome
      from compared
    )
    update import_row r
    set outcome = d.outcome, entity_id = d.person_id,
        reason = case when is_out then 'leftOut' when in_trash then 'inTrash' when d.outcome = 'SKIPPED' then 'undecided'
                      when d.outcome = 'CREATED' then null when d.changes <> '{}' then 'completed'
                      when nth > 1 then 'repeated' else 'unchanged' end,
        changes = case when d.outcome = 'MATCHED' then nullif(d.changes, '{}')
                       when d.outcome = 'CREATED' and d.changes ? 'tags' then jsonb_build_object('tags', d.changes->'tags') end,
        candidates = case when d.contact_id is not null and r.decision is null then '{}' else d.candidates end
    from decided d
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.file = any (${files}::int[])
      and r.file = d.file and r.line = d.line`;
}

/** Writes what was decided. What Connections.csv said a moment ago goes first. */
export async function applyContacts(db: OwnerDb, batchId: string, files: number[]): Promise<void> {
  await db.$executeRaw`
    insert into contact (owner_id, id, full_name, company, position, location, how_we_met, notes, connected_on, connection_status)
    select owner_id, entity_id, fields->>'fullName', fields->>'company', fields->>'position', fields->>'location',
           fields->>'howWeMet', fields->>'notes', (fields->>'connectedOn')::date,
           case when fields ? 'connectedOn' then 'CONNECTED' else 'NONE' end::connection_status
    from import_row
    where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid and file = any (${files}::int[])
      and outcome = 'CREATED'`;
  await db.$executeRaw`
    insert into linkedin_alias (owner_id, contact_id, slug)
    select owner_id, entity_id, fields->>'slug' from import_row
    where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid and file = any (${files}::int[])
      and fields ? 'slug' and (outcome = 'CREATED' or changes ? 'slug')
    on conflict (owner_id, slug) do nothing`;
  await db.$executeRaw`
    insert into contact_point (owner_id, contact_id, kind, label, value, normalised)
    select row.owner_id, row.entity_id, kind::contact_point_kind, nullif(label, ''), value, key
    from import_row as row, ${pointsOf}
    where row.owner_id = ${db.owner}::uuid and row.batch_id = ${batchId}::uuid and row.file = any (${files}::int[])
      and (row.outcome = 'CREATED' or row.changes ? 'points')
    on conflict (owner_id, contact_id, kind, normalised) do nothing`;
  await db.$executeRaw`
    with said as (
      select entity_id, jsonb_object_agg(key, value->>1) as texts
      from import_row, jsonb_each(changes)
      where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid and file = any (${files}::int[])
        and key in ('company', 'position', 'location', 'howWeMet', 'notes', 'connectedOn')
      group by entity_id
    )
    update contact c
    set company = case when btrim(coalesce(c.company, '')) = '' then coalesce(texts->>'company', c.company) else c.company end,
        position = case when btrim(coalesce(c.position, '')) = '' then coalesce(texts->>'position', c.position) else c.position end,
        location = case when btrim(coalesce(c.location, '')) = '' then coalesce(texts->>'location', c.location) else c.location end,
        how_we_met = case when btrim(coalesce(c.how_we_met, '')) = '' then coalesce(texts->>'howWeMet', c.how_we_met) else c.how_we_met end,
        notes = case when btrim(coalesce(c.notes, '')) = '' then coalesce(texts->>'notes', c.notes) else c.notes end,
        connection_status = case when c.connection_status = 'NONE' and texts ? 'connectedOn' then 'CONNECTED' else c.connection_status end,
        connected_on = coalesce(c.connected_on, (texts->>'connectedOn')::date),
        version = c.version + (c.updated_at <> now())::int, updated_at = now()
    from said
    where c.owner_id = ${db.owner}::uuid and c.id = said.entity_id`;
  await tagContacts(db, batchId, files);
}

async function tagContacts(db: OwnerDb, batchId: string, files: number[]) {
  await db.$executeRaw`
    with said as materialized (
      select r.entity_id, tag.name
      from import_row r, jsonb_array_elements_text(r.changes->'tags') as tag (name)
      where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.file = any (${files}::int[])
        and r.changes ? 'tags'
    ), tags as (
      insert into tag (owner_id, name)
      select distinct on (lower(name)) ${db.owner}::uuid, name from said order by lower(name), name
      on conflict (owner_id, lower(name)) do update set name = tag.name -- as first written; and the row comes back
      returning id, name
    )
    insert into contact_tag (owner_id, contact_id, tag_id)
    select distinct ${db.owner}::uuid, said.entity_id, tags.id from said join tags on lower(tags.name) = lower(said.name)
    on conflict do nothing`;
}

/** Takes off the tags an import put on, and drops those that nobody has any more. */
export async function undoTags(db: OwnerDb, batchId: string): Promise<void> {
  await db.$executeRaw`
    with said as materialized (
      select r.entity_id, lower(tag.name) as name from import_row r, jsonb_array_elements_text(r.changes->'tags') as tag (name)
      where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.changes ? 'tags'
    )
    delete from contact_tag x
    using said, tag t
    where t.owner_id = ${db.owner}::uuid and lower(t.name) = said.name
      and x.owner_id = ${db.owner}::uuid and x.contact_id = said.entity_id and x.tag_id = t.id`;
  await dropUnused(db);
}
