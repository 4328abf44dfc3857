// Invitations that an import brought, or closed because it showed who is connected by now. They have no version: who
// answered or changed one since has moved its clock on.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";

export async function removeInvitations(db: OwnerDb, batchId: string): Promise<void> {
  await db.$executeRaw`
    delete from invitation v
    using import_row r
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.outcome = 'CREATED'
      and v.owner_id = ${db.owner}::uuid and v.id = r.entity_id and v.updated_at = v.created_at`;
  await db.$executeRaw`
    update import_row r set reason = 'kept'
    from invitation v
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.outcome = 'CREATED'
      and v.owner_id = ${db.owner}::uuid and v.id = r.entity_id`;
}

/** Its clock goes back where nobody but this import has touched it, so that the import which brought it can be taken back, too. */
const clock = (before: Prisma.Sql) => Prisma.sql`
  case when v.updated_at = b.finished_at then coalesce((${before})::timestamptz, now()) else now() end`;

/** An open invitation that the import had closed is open again. In the reverse order of how they were written. */
export async function putBackInvitations(db: OwnerDb, batchId: string): Promise<void> {
  await db.$executeRaw`
    update invitation v
    set status = case when r.changes ? 'invitation' and v.status = 'ACCEPTED'
                      then (r.changes->'invitation'->>0)::invitation_status else v.status end,
        answered_at = case when r.changes ? 'invitation' and v.status = 'ACCEPTED' then null else v.answered_at end,
        note = case when v.note = r.changes->'note'->>1 then r.changes->'note'->>0 else v.note end,
        updated_at = ${clock(Prisma.sql`r.changes->>'updatedAt'`)}
    from import_batch b, import_row r
    where b.owner_id = ${db.owner}::uuid and b.id = ${batchId}::uuid
      and r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.outcome = 'MATCHED'
      and r.changes ?| array['invitation', 'note'] and v.owner_id = ${db.owner}::uuid and v.id = r.entity_id`;
  await db.$executeRaw`
    with before as materialized (
      select closed.id::uuid as id, closed.was from import_row r, jsonb_each(r.changes->'invitations') as closed (id, was)
      where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.changes ? 'invitations'
    )
    update invitation v
    set status = (before.was->>0)::invitation_status, answered_at = null, updated_at = ${clock(Prisma.sql`before.was->>1`)}
    from import_batch b, before
    where b.owner_id = ${db.owner}::uuid and b.id = ${batchId}::uuid and v.owner_id = ${db.owner}::uuid and v.id = before.id
      and (v.status = 'ACCEPTED' or v.updated_at = b.finished_at)`;
}
