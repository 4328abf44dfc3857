// Who a newer file of connections doesn't name any more: removed, renamed, or simply not there. Only the owner can tell.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { compareFile } from "../data";

export type MissingConnection = {
  contactId: string;
  name: string;
  company: string | null;
  connectedOn: string | null;
  removed: boolean | null;
  /** Rows of the file that may be the same person under another name or address. */
  maybe: { file: number; line: number; name: string }[];
};

/** Lists them anew; what the owner said of one stays said. */
export async function decideMissing(db: OwnerDb, batchId: string, files: number[]): Promise<void> {
  const { isNewest, isWhole } = await compareFile(db, batchId);
  await db.$executeRaw`
    with missing as materialized (
      select c.id
      from contact c
      join linkedin_fact f on f.owner_id = c.owner_id and f.contact_id = c.id
      where c.owner_id = ${db.owner}::uuid and c.connection_status = 'CONNECTED' and c.deleted_at is null
        and ${isNewest && isWhole}::boolean
        and not exists (select from import_row r where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid
                          and r.file = any (${files}::int[]) and r.entity_id = c.id)
        -- a row with a mistake names somebody, too
        and not exists (select from import_row r join linkedin_alias a on a.owner_id = r.owner_id and a.slug = r.fields->>'slug'
                        where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid
                          and r.file = any (${files}::int[]) and r.outcome = 'FAILED' and a.contact_id = c.id)
    ), found_again as (
      delete from import_missing m
      where m.owner_id = ${db.owner}::uuid and m.batch_id = ${batchId}::uuid
        and not exists (select from missing where missing.id = m.contact_id)
    )
    insert into import_missing (owner_id, batch_id, contact_id)
    select ${db.owner}::uuid, ${batchId}::uuid, id from missing
    on conflict (owner_id, batch_id, contact_id) do nothing`;
}

/** By name; `total` is how many there are in all. */
export async function listMissing(
  db: OwnerDb,
  batchId: string,
  limit = 20,
): Promise<{ missing: MissingConnection[]; total: number }> {
  const total = await db.importMissing.count({ where: { batchId } });
  const missing = await db.$queryRaw<MissingConnection[]>`
    select c.id as "contactId", c.full_name as name, c.company, c.connected_on::text as "connectedOn", m.removed,
           coalesce((select jsonb_agg(jsonb_build_object('file', r.file, 'line', r.line, 'name', r.fields->>'fullName'))
                     from import_row r where r.owner_id = m.owner_id and r.batch_id = m.batch_id
                       and r.candidates @> array[c.id]), '[]') as maybe
    from import_missing m join contact c on c.owner_id = m.owner_id and c.id = m.contact_id
    where m.owner_id = ${db.owner}::uuid and m.batch_id = ${batchId}::uuid
    order by m.removed nulls first, c.full_name, c.id
    limit ${limit}`;
  return { missing, total };
}

/** What the owner says about one, or, without a contact, about all not spoken of yet. */
export async function sayMissing(
  db: OwnerDb,
  batchId: string,
  contactId: string | null,
  removed: boolean,
): Promise<number> {
  const { count } = await db.importMissing.updateMany({
    where: { batchId, batch: { state: "PREVIEW" }, ...(contactId ? { contactId } : { removed: null }) },
    data: { removed },
  });
  return count;
}

/** Whom the owner removed on LinkedIn is no connection here either. */
export async function applyMissing(db: OwnerDb, batchId: string): Promise<void> {
  await db.$executeRaw`
    update contact c set connection_status = 'REMOVED', version = c.version + (c.updated_at <> now())::int, updated_at = now()
    from import_missing m
    where m.owner_id = ${db.owner}::uuid and m.batch_id = ${batchId}::uuid and m.removed
      and c.owner_id = ${db.owner}::uuid and c.id = m.contact_id and c.connection_status = 'CONNECTED'`;
}

export async function undoMissing(db: OwnerDb, batchId: string): Promise<void> {
  await db.$executeRaw`
    update contact c set connection_status = 'CONNECTED', version = c.version + (c.updated_at <> now())::int, updated_at = now()
    from import_missing m
    where m.owner_id = ${db.owner}::uuid and m.batch_id = ${batchId}::uuid and m.removed
      and c.owner_id = ${db.owner}::uuid and c.id = m.contact_id and c.connection_status = 'REMOVED'`;
}
