// The state of an import while its job runs.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { planAnew } from "@/lib/derived/data";
import type { ImportFailure } from "../schema";
import type { ImportState } from "../states";

/**
 * Waits until the transaction that asked for this job has ended: the job is there a moment before what it is asked to
 * do can be read. Its own transaction, so that the bar can move afterwards.
 */
export async function awaitRequest(db: OwnerDb, id: string): Promise<void> {
  await db.$queryRaw`
    select 1 from import_batch where owner_id = ${db.owner}::uuid and id = ${id}::uuid for share`;
}

/**
 * One import of an owner at a time, here or in another process: two files may name the same people. Answers with what
 * is to be done, or null where the work is done already or never was asked for.
 */
export async function lockForRun(db: OwnerDb, id: string): Promise<ImportState | null> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`import:${db.owner}`}, 0))`;
  const batch = await db.importBatch.findUnique({
    where: { ownerId_id: { ownerId: db.owner, id } },
    select: { state: true },
  });
  return batch && ["QUEUED", "RUNNING", "CANCELLING", "UNDOING"].includes(batch.state) ? batch.state : null;
}

/**
 * To the transaction's end, statements are planned for thousands of rows of which the statistics know nothing yet: they
 * expect one, and would compare each with each.
 */
export async function planForMany(db: OwnerDb, beingFilled: string[] = []): Promise<void> {
  await planAnew(db, beingFilled);
  await db.$executeRaw`
    select set_config(setting, value, true) from (values
      ('enable_nestloop', 'off'), ('enable_seqscan', 'off'), ('jit', 'off'), ('work_mem', '64MB')) as many (setting, value)`;
}

/**
 * Moves the bar, and answers whether the import is still wanted. Outside the import's own transaction, which nobody
 * sees into.
 */
export async function reportProgress(db: OwnerDb, id: string, share: number): Promise<boolean> {
  const count = await db.$executeRaw`
    update import_batch
    set rows_done = floor(rows_total * ${share}::float8), state = case when state = 'QUEUED' then 'RUNNING' else state end
    where owner_id = ${db.owner}::uuid and id = ${id}::uuid and state in ('QUEUED', 'RUNNING', 'UNDOING')`;
  return count > 0;
}

/**
 * Answers false, and ends nothing, where the owner asked to stop a moment ago. When it finished is the moment that all
 * its rows bear, so undo can tell what was touched since.
 */
export async function endRun(db: OwnerDb, id: string, state: "DONE" | "UNDONE"): Promise<boolean> {
  const count = await db.$executeRaw`
    update import_batch
    set rows_done = rows_total, state = ${state}::import_state,
        finished_at = case when ${state} = 'DONE' then now() else finished_at end,
        undone_at = case when ${state} = 'UNDONE' then now() end
    where owner_id = ${db.owner}::uuid and id = ${id}::uuid and state <> 'CANCELLING'`;
  return count > 0;
}

/** After the roll-back of a cancelled import: it waits for the owner's decision as before. */
export async function endCancelled(db: OwnerDb, id: string): Promise<void> {
  await db.importBatch.updateMany({ where: { id, state: "CANCELLING" }, data: { state: "PREVIEW", rowsDone: 0 } });
}

/** After a roll-back: an import can be tried again, an undo too. */
export async function failRun(db: OwnerDb, id: string, failure: ImportFailure): Promise<void> {
  await db.$executeRaw`
    update import_batch
    set state = case when state = 'UNDOING' then 'DONE' else 'FAILED' end::import_state, failure = ${JSON.stringify(failure)}::jsonb
    where owner_id = ${db.owner}::uuid and id = ${id}::uuid and state in ('QUEUED', 'RUNNING', 'CANCELLING', 'UNDOING')`;
}

/** What is in the timeline now needn't lie here too. Rows that failed keep what they said, for the owner to mend. */
export async function forgetTexts(db: OwnerDb, id: string): Promise<void> {
  await db.$executeRaw`
    update import_row set fields = case when outcome = 'FAILED' then fields else '{}' end, cells = null
    where owner_id = ${db.owner}::uuid and batch_id = ${id}::uuid
      and (outcome <> 'FAILED' and fields <> '{}' or cells is not null)`;
}
