// Files on their way in: their rows are kept aside, as read, until the owner decides. Nothing else is written.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import type { OpenFile } from "../open-file";
import type { ImportFailure } from "../schema";

/** What an upload that broke off left behind goes. */
export async function forgetBrokenOff(db: OwnerDb): Promise<void> {
  const anHourAgo = new Date(Date.now() - 3_600_000);
  await db.importBatch.deleteMany({ where: { state: "READING", createdAt: { lt: anHourAgo } } });
}

/** A new import in state READING. */
export async function startReading(db: OwnerDb, fileName: string): Promise<string> {
  await forgetBrokenOff(db);
  const { id } = await db.importBatch.create({ data: { ownerId: db.owner, fileName }, select: { id: true } });
  return id;
}

export async function startFile(db: OwnerDb, batchId: string, file: number, name: string): Promise<void> {
  await db.importFile.create({ data: { ownerId: db.owner, batchId, file, name } });
}

/**
 * `work` in a transaction that doesn't wait for the disk: the one that completes the preview does, and nothing is
 * confirmed to anybody before.
 */
export async function unhurried(db: OwnerDb, work: (db: OwnerDb) => Promise<void>): Promise<void> {
  await db.$executeRaw`select set_config('synchronous_commit', 'off', true)`;
  await work(db);
}

/** Adds rows as read, in one statement; `rows` is a JSON list of StagedRow. */
export async function stageRows(db: OwnerDb, batchId: string, file: number, rows: string): Promise<void> {
  await db.$executeRaw`
    insert into import_row (owner_id, batch_id, file, line, outcome, reason, fields, cells, people, proposed_id, entity_id)
    select ${db.owner}::uuid, ${batchId}::uuid, ${file}::int, r.line, coalesce(r.outcome, 'CREATED'), r.reason, r.fields, r.cells,
           coalesce(r.people, '{}'), r."proposedId", r."proposedId"
    from jsonb_to_recordset(${rows}::jsonb)
      as r (line int, outcome import_outcome, reason text, fields jsonb, cells text[], people text[], "proposedId" uuid)`;
}

/** Adds everyone the files name; `people` is a JSON list of NamedPerson. */
export async function stagePeople(db: OwnerDb, batchId: string, people: string): Promise<void> {
  await db.$executeRaw`
    insert into import_person (owner_id, batch_id, key, person, full_name, messages, wanted, proposed_id)
    select ${db.owner}::uuid, ${batchId}::uuid, p.key, p.person, p.name, p.messages, p.wanted, p."proposedId"
    from jsonb_to_recordset(${people}::jsonb)
      as p (key text, person text, name text, messages int, wanted boolean, "proposedId" uuid)`;
}

export async function finishFile(
  db: OwnerDb,
  batchId: string,
  file: number,
  { kind, table, isPart }: Pick<OpenFile, "kind" | "table" | "isPart">,
  rows: number,
): Promise<void> {
  const where = { ownerId_batchId_file: { ownerId: db.owner, batchId, file } };
  await db.importFile.update({ where, data: { kind, ...table, isPart, rowsTotal: rows } });
}

/** The file can't be read. What was read of it goes, the sentence stays. */
export async function refuseFile(db: OwnerDb, batchId: string, file: number, failure: ImportFailure): Promise<void> {
  await db.importRow.deleteMany({ where: { batchId, file } });
  const where = { ownerId_batchId_file: { ownerId: db.owner, batchId, file } };
  await db.importFile.update({ where, data: { failure } });
}

/** The files are whole and wait for the owner's decision; `rows` is how many they had. */
export async function finishReading(db: OwnerDb, id: string, fileName: string, rows: number): Promise<void> {
  await db.importBatch.updateMany({
    where: { id, state: "READING" },
    data: { fileName, rowsTotal: rows, state: "PREVIEW" },
  });
}

/** Nothing of it can be imported. What was read goes, the sentence stays. */
export async function refuseImport(db: OwnerDb, id: string, failure: ImportFailure): Promise<void> {
  await db.importRow.deleteMany({ where: { batchId: id } });
  await db.importPerson.deleteMany({ where: { batchId: id } });
  await db.importBatch.updateMany({ where: { id }, data: { state: "REFUSED", failure, finishedAt: new Date() } });
}

/** As if it had never begun. */
export async function forgetImport(db: OwnerDb, id: string): Promise<void> {
  await db.importBatch.deleteMany({ where: { id } });
}
