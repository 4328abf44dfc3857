// A person from a file: Contacts.csv, a card, a row of any table of people. They are a contact by address, or by e-mail or
// phone under the same name; a shared mailbox or switchboard, or a name alone, is only a suggestion, and waits for the
// owner's word.
import "server-only";
import { dropUnused } from "@/lib/contacts/tags/data";
import type { OwnerDb } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
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
    ), point as materialized (
      select file, line, kind, key as normalised, value from row, ${pointsOf} where row.fields ? 'points'
    ), tagged as materialized (
      select x.contact_id, lower(t.name) as name
      from contact_tag x join tag t on t.owner_id = x.owner_id and t.id = x.tag_id
      where x.owner_id = ${db.owner}::uuid
    ), reached as materialized (
      select distinct point.file, point.line, known.contact_id
      from point join (${knownPoints(db, batchId, connections)}) as known using (kind, normalised)
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
      ) as suggested group by file, line
    ), found as (
      select row.*, coalesce(maybe.people[:5], '{}') as candidates,
             coalesce(chosen.contact_id, case when decision ~ '^[0-9a-f-]{36}$' then decision::uuid end, slugs.contact_id,
                      alike.contact_id, same.id, was.contact_id) as contact_id
      from row
      left join slugs on slugs.slug = row.slug
      left join alike on alike.file = row.file and alike.line = row.line
      left join maybe on maybe.file = row.file and maybe.line = row.line
      left join contact same on same.owner_id = ${db.owner}::uuid and same.id = row.proposed_id
      left join merged was on was.id = row.proposed_id
      left join merged chosen on chosen.id::text = decision
    ), compared as (
      select found.*, c.deleted_at is not null as in_trash,
             row_number() over (partition by coalesce(found.contact_id, found.proposed_id) order by file, line) as nth,
             jsonb_strip_nulls(jsonb_build_object(
               'company', case when btrim(coalesce(c.company, '')) = '' and fields ? 'company'
                               then jsonb_build_array(c.company, fields->>'company') end,
               'position', case when btrim(coalesce(c.position, '')) = '' and fields ? 'position'
                                then jsonb_build_array(c.position, fields->>'position') end,
               'location', case when btrim(coalesce(c.location, '')) = '' and fields ? 'location'
                                then jsonb_build_array(c.location, fields->>'location') end,
               'howWeMet', case when btrim(coalesce(c.how_we_met, '')) = '' and fields ? 'howWeMet'
                                then jsonb_build_array(c.how_we_met, fields->>'howWeMet') end,
               'notes', case when btrim(coalesce(c.notes, '')) = '' and fields ? 'notes'
                             then jsonb_build_array(c.notes, fields->>'notes') end,
               'tags', (select jsonb_agg(tag.name) from string_to_table(fields->>'tags', e'\n') as tag (name)
                        where not exists (select from tagged where tagged.contact_id = found.contact_id
                                                              and tagged.name = lower(tag.name))),
               'slug', case when found.slug is not null and not exists (
                              select from linkedin_alias a where a.owner_id = ${db.owner}::uuid and a.slug = found.slug)
                            then jsonb_build_array(null, found.slug) end,
               'points', (select jsonb_agg(jsonb_build_array(point.kind, point.normalised, point.value))
                          from point where point.file = found.file and point.line = found.line and not exists (
                            select from contact_point p where p.owner_id = ${db.owner}::uuid
                              and p.contact_id = found.contact_id and p.kind::text = point.kind
                              and p.normalised = point.normalised)))) as changes
      from found left join contact c on c.owner_id = ${db.owner}::uuid and c.id = found.contact_id
    ), decided as (
      select file, line, proposed_id, contact_id, candidates,
             case when decision = 'skip' or in_trash then 'SKIPPED'
                  when contact_id is not null or nth > 1 then 'MATCHED'
                  when candidates <> '{}' and decision is null then 'SKIPPED' else 'CREATED' end::import_outcome as outcome,
             case when decision = 'skip' then 'leftOut' when in_trash then 'inTrash' when nth > 1 then 'repeated'
                  when contact_id is not null then case when changes = '{}' then 'unchanged' else 'completed' end
                  when candidates <> '{}' and decision is null then 'undecided' end as reason,
             case when nth > 1 or in_trash or decision = 'skip' then null
                  when contact_id is not null then nullif(changes, '{}')
                  when candidates <> '{}' and decision is null then null
                  when changes ? 'tags' then jsonb_build_object('tags', changes->'tags') end as changes
      from compared
    )
    update import_row r
    set outcome = d.outcome, reason = d.reason, entity_id = coalesce(d.contact_id, d.proposed_id), changes = d.changes,
        candidates = case when d.contact_id is not null and r.decision is null then '{}' else d.candidates end
    from decided d
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.file = d.file and r.line = d.line`;
}

/** Writes what was decided. What Connections.csv said a moment ago goes first. */
export async function applyContacts(db: OwnerDb, batchId: string, files: number[]): Promise<void> {
  await db.$executeRaw`
    insert into contact (owner_id, id, full_name, company, position, location, how_we_met, notes)
    select owner_id, entity_id, fields->>'fullName', fields->>'company', fields->>'position', fields->>'location',
           fields->>'howWeMet', fields->>'notes'
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
    update contact c
    set company = case when btrim(coalesce(c.company, '')) = '' then coalesce(r.changes->'company'->>1, c.company) else c.company end,
        position = case when btrim(coalesce(c.position, '')) = '' then coalesce(r.changes->'position'->>1, c.position) else c.position end,
        location = case when btrim(coalesce(c.location, '')) = '' then coalesce(r.changes->'location'->>1, c.location) else c.location end,
        how_we_met = case when btrim(coalesce(c.how_we_met, '')) = '' then coalesce(r.changes->'howWeMet'->>1, c.how_we_met) else c.how_we_met end,
        notes = case when btrim(coalesce(c.notes, '')) = '' then coalesce(r.changes->'notes'->>1, c.notes) else c.notes end,
        version = c.version + (c.created_at <> now())::int, updated_at = now()
    from import_row r
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.file = any (${files}::int[])
      and r.changes ?| array['company', 'position', 'location', 'howWeMet', 'notes']
      and c.owner_id = ${db.owner}::uuid and c.id = r.entity_id`;
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
    delete from contact_tag x
    using import_row r, jsonb_array_elements_text(r.changes->'tags') as said (name), tag t
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.changes ? 'tags'
      and t.owner_id = ${db.owner}::uuid and lower(t.name) = lower(said.name)
      and x.owner_id = ${db.owner}::uuid and x.contact_id = r.entity_id and x.tag_id = t.id`;
  await dropUnused(db);
}
