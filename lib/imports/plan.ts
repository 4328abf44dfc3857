// What an import would do, decided by the database as it stands now: for the preview, and once more when it runs.
import "server-only";
import type { OwnerDb } from "../db";
import { decideConnections } from "./connections/data";
import { decideMessages } from "./messages/data";

/** Decides every row of an import; `countOutcomes` afterwards. */
export async function decide(db: OwnerDb, batchId: string): Promise<void> {
  const { kind } = await db.importBatch.findUniqueOrThrow({
    where: { ownerId_id: { ownerId: db.owner, id: batchId } },
    select: { kind: true },
  });
  // Rows that were written a moment ago are unknown to the planner's statistics: it expects one and would compare each
  // row with each. Only around these statements, so that no plan of a trigger is made under it.
  await db.$executeRaw`select set_config('enable_nestloop', 'off', true)`;
  if (kind === "CONNECTIONS") await decideConnections(db, batchId);
  else await decideMessages(db, batchId);
  await db.$executeRaw`select set_config('enable_nestloop', 'on', true)`;
}

/** Decides and counts, for a preview. */
export async function plan(db: OwnerDb, batchId: string): Promise<void> {
  await decide(db, batchId);
  await countOutcomes(db, batchId);
}

/** Plans every preview anew that waits for the owner. */
export async function planWaiting(db: OwnerDb): Promise<void> {
  const waiting = await db.importBatch.findMany({ where: { state: "PREVIEW" }, select: { id: true } });
  for (const { id } of waiting) await plan(db, id);
}

/** Writes the counts the pages show. In a job last of all: it locks the row whose progress is being reported. */
export async function countOutcomes(db: OwnerDb, batchId: string): Promise<void> {
  await db.$executeRaw`
    update import_batch b
    set counts = b.counts || jsonb_build_object(
      'rows', (select coalesce(jsonb_agg(jsonb_build_object('outcome', outcome, 'reason', reason, 'count', n)
                                         order by outcome, n desc), '[]')
               from (select outcome, reason, count(*) as n from import_row
                     where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid
                     group by outcome, reason) as rows),
      'people', (select coalesce(jsonb_agg(jsonb_build_object('outcome', outcome, 'reason', reason, 'count', n)
                                           order by outcome, n desc), '[]')
                 from (select p.outcome, p.reason, count(*) as n from import_person p
                       where p.owner_id = ${db.owner}::uuid and p.batch_id = ${batchId}::uuid
                         and p.person = p.key and p.outcome is not null
                       group by p.outcome, p.reason) as people))
    where b.owner_id = ${db.owner}::uuid and b.id = ${batchId}::uuid`;
}
