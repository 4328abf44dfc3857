// Tables whose columns only the owner can tell: what was said of them, and the rows read anew when something else is said.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { replan } from "../plan";
import { inChunks } from "../staging/chunks";
import { columnsOf, headerId, type RememberedColumns, recalled, toRemember } from "./memory";
import { readTableRow } from "./read";
import type { Target } from "./targets";

/** What the owner once said about a table with these columns, or null. */
export async function recallColumns(db: OwnerDb, header: string[]): Promise<Target[] | null> {
  const said = await db.columnMapping.findUnique({
    where: { ownerId_id: { ownerId: db.owner, id: headerId(header) } },
    select: { columns: true },
  });
  return said && recalled(header, said.columns as RememberedColumns);
}

export async function ownTimeZone(db: OwnerDb): Promise<string> {
  const [found] = await db.$queryRaw<{ zone: string }[]>`
    select time_zone as zone from app_user where id = ${db.owner}::uuid`;
  return found?.zone ?? "UTC";
}

/** The first rows of a table, cell by cell. */
export async function listCells(db: OwnerDb, batchId: string, file: number, limit = 3): Promise<string[][]> {
  const rows = await db.importRow.findMany({
    where: { batchId, file, OR: [{ reason: null }, { reason: { not: "blank" } }] },
    select: { cells: true },
    orderBy: { line: "asc" },
    take: limit,
  });
  return rows.map(({ cells }) => cells);
}

/**
 * The owner says what the columns of a table are: its rows are read anew, and the next table with the same columns will be
 * read like it. Throws a Refusal where it can't be said (any more).
 */
export async function sayColumns(db: OwnerDb, batchId: string, file: number, targets: Target[]): Promise<void> {
  const found = await db.importFile.findFirst({
    where: { batchId, file, batch: { state: "PREVIEW" } },
    select: { header: true },
  });
  if (!found || found.header.length !== targets.length || targets.length === 0) throw new Refusal("moved");
  const { header } = found;
  await db.importFile.updateMany({ where: { batchId, file }, data: { targets, isOwners: true } });
  const columns = toRemember(header, targets);
  await db.columnMapping.upsert({
    where: { ownerId_id: { ownerId: db.owner, id: headerId(header) } },
    create: { ownerId: db.owner, id: headerId(header), columns },
    update: { columns },
  });
  await readAnew(db, batchId, file, targets);
  await replan(db, batchId, file);
}

const pageRows = 1_000;
const rowsToTell = 200;

async function readAnew(db: OwnerDb, batchId: string, file: number, targets: Target[]) {
  const columns = columnsOf(targets, await listCells(db, batchId, file, rowsToTell));
  for (let after = 0; ; ) {
    const rows = await db.importRow.findMany({
      where: { batchId, file, line: { gt: after } },
      select: { line: true, cells: true },
      orderBy: { line: "asc" },
      take: pageRows,
    });
    const read = rows.map((row) => readTableRow(row, columns).row);
    for await (const { json } of inChunks([read])) {
      await db.$executeRaw`
        update import_row r
        set outcome = coalesce(n.outcome, 'CREATED'), reason = n.reason, fields = n.fields,
            proposed_id = n."proposedId", entity_id = n."proposedId", changes = null, candidates = '{}', decision = null
        from jsonb_to_recordset(${json}::jsonb)
          as n (line int, outcome import_outcome, reason text, fields jsonb, "proposedId" uuid)
        where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.file = ${file}::int and r.line = n.line`;
    }
    const last = rows.at(-1);
    if (!last || rows.length < pageRows) return;
    after = last.line;
  }
}
