// Who is known: the contacts there are, and those that the lists of people in the same import are about to make. So the
// preview of an archive sees all its files together. These are pieces of statements, each a query of its own.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import type { ImportKind } from "../kinds";

const { sql } = Prisma;

/** Files that are lists of people. */
const lists: ImportKind[] = ["CONNECTIONS", "CONTACTS"];

/** Rows of such files of this import: `r`, to be narrowed further. By their files' numbers, so that no other row is read. */
const listedPeople = (db: OwnerDb, batchId: string, kinds: ImportKind[]) => sql`
  import_row r
  where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.file = any (array(
    select file from import_file
    where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid and kind::text = any (${kinds}::text[])))`;

/** (slug, contact_id), each slug once. */
export const knownSlugs = (db: OwnerDb, batchId: string, kinds = lists) => sql`
  select slug, contact_id from linkedin_alias where owner_id = ${db.owner}::uuid
  union
  select r.fields->>'slug', (array_agg(r.entity_id order by r.file, r.line))[1] from ${listedPeople(db, batchId, kinds)}
    and r.outcome in ('CREATED', 'MATCHED') and r.entity_id is not null and r.fields ? 'slug'
    and not exists (select from linkedin_alias a where a.owner_id = ${db.owner}::uuid and a.slug = r.fields->>'slug')
  group by r.fields->>'slug'`;

/** (id, contact_id) of everybody who was merged into another contact: what once made them, or meant them, means that one. */
export const mergedAway = (db: OwnerDb) => sql`
  select unnest(absorbed_ids) as id, contact_id from contact_merge
  where owner_id = ${db.owner}::uuid and undone_at is null`;

/** (name, contact_id, company), names and companies folded; nobody who is in the trash. */
export const knownNames = (db: OwnerDb, batchId: string, kinds = lists) => sql`
  select s.sort_name as name, c.id as contact_id, search_fold(btrim(coalesce(c.company, ''))) as company
  from contact c join contact_search s on s.owner_id = c.owner_id and s.contact_id = c.id
  where c.owner_id = ${db.owner}::uuid and c.deleted_at is null
  union all
  select search_fold(btrim(r.fields->>'fullName')), r.entity_id, search_fold(btrim(coalesce(r.fields->>'company', '')))
  from ${listedPeople(db, batchId, kinds)} and r.outcome = 'CREATED'`;

/** (kind, normalised, contact_id) of e-mails and phones; nobody who is in the trash. */
export const knownPoints = (db: OwnerDb, batchId: string, kinds = lists) => sql`
  select p.kind::text, p.normalised, p.contact_id
  from contact_point p join contact c on c.owner_id = p.owner_id and c.id = p.contact_id
  where p.owner_id = ${db.owner}::uuid and p.kind in ('EMAIL', 'PHONE') and c.deleted_at is null
  union
  select 'EMAIL', r.fields->>'emailKey', r.entity_id from ${listedPeople(db, batchId, kinds)}
    and r.outcome in ('CREATED', 'MATCHED') and r.entity_id is not null and r.fields ? 'emailKey'
  union
  select point.kind, point.key, r.entity_id
  from (select r.* from ${listedPeople(db, batchId, kinds)} and r.outcome in ('CREATED', 'MATCHED') and r.fields ? 'points') as r
  cross join unnest(string_to_array(r.fields->>'pointKinds', e'\n'), string_to_array(r.fields->>'pointKeys', e'\n')) as point (kind, key)
  where point.kind in ('EMAIL', 'PHONE')`;

/** The same with the people of messages, invitations and notes that are about to become contacts. */
export const knownNamesAndPeople = (db: OwnerDb, batchId: string) => sql`
  ${knownNames(db, batchId)}
  union all
  select search_fold(btrim(full_name)), contact_id, '' from import_person
  where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid and outcome = 'CREATED' and key = person`;

/** (contact_id, connected_on) of everyone connected. */
export const knownConnections = (db: OwnerDb, batchId: string) => sql`
  select c.id as contact_id, c.connected_on from contact c
  where c.owner_id = ${db.owner}::uuid and c.connection_status = 'CONNECTED'
  union
  select r.entity_id, (r.fields->>'connectedOn')::date from ${listedPeople(db, batchId, ["CONNECTIONS"])}
    and (r.outcome = 'CREATED' or (r.outcome = 'MATCHED' and r.changes ? 'connectionStatus'))`;
