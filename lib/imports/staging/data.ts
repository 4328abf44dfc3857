// A file on its way in: its rows are kept aside, as read, until the owner decides. Nothing else is written.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import type { ImportFailure, ImportKind } from "../schema";

/** A new import in state READING. What an upload that broke off left behind goes. */
export async function startReading(db: OwnerDb, fileName: string): Promise<string> {
  const anHourAgo = new Date(Date.now() - 3_600_000);
  await db.importBatch.deleteMany({ where: { state: "READING", createdAt: { lt: anHourAgo } } });
  const { id } = await db.importBatch.create({ data: { ownerId: db.owner, fileName }, select: { id: true } });
  return id;
}

/** Adds rows as read, in one statement; `rows` is a JSON list of StagedRow. */
export async function stageRows(db: OwnerDb, batchId: string, rows: string): Promise<void> {
  // Hundreds of small transactions needn't wait for the disk one by one: the one that completes the preview does, and
  // nothing is confirmed to anybody before.
  await db.$executeRaw`select set_config('synchronous_commit', 'off', true)`;
  await db.$executeRaw`
    insert into import_row (owner_id, batch_id, line, outcome, reason, fields, people, proposed_id, entity_id)
    select ${db.owner}::uuid, ${batchId}::uuid, r.line, coalesce(r.outcome, 'CREATED'), r.reason, r.fields,
           coalesce(r.people, '{}'), r."proposedId", r."proposedId"
    from jsonb_to_recordset(${rows}::jsonb)
      as r (line int, outcome import_outcome, reason text, fields jsonb, people text[], "proposedId" uuid)`;
}

/** Adds everyone a file of messages names; `people` is a JSON list of NamedPerson. */
export async function stagePeople(db: OwnerDb, batchId: string, people: string): Promise<void> {
  await db.$executeRaw`
    insert into import_person (owner_id, batch_id, key, person, full_name, messages)
    select ${db.owner}::uuid, ${batchId}::uuid, p.key, p.person, p.name, p.messages
    from jsonb_to_recordset(${people}::jsonb) as p (key text, person text, name text, messages int)`;
}

/** The file is whole and waits for the owner's decision; `rows` is how many it had. */
export async function finishReading(db: OwnerDb, id: string, kind: ImportKind, rows: number): Promise<void> {
  await db.importBatch.updateMany({
    where: { id, state: "READING" },
    data: { kind, rowsTotal: rows, state: "PREVIEW" },
  });
}

/** The file can't be imported. What was read of it goes, the sentence stays. */
export async function refuseFile(db: OwnerDb, id: string, failure: ImportFailure): Promise<void> {
  await db.importRow.deleteMany({ where: { batchId: id } });
  await db.importPerson.deleteMany({ where: { batchId: id } });
  await db.importBatch.updateMany({ where: { id }, data: { state: "REFUSED", failure, finishedAt: new Date() } });
}
