// Imports as the pages see and steer them.
import "server-only";
import { Prisma } from "@/prisma/generated/client";
import type { OwnerDb } from "../db";
import { Refusal } from "../refusal";
import { listFiles } from "./files/data";
import type { ImportKind } from "./kinds";
import { plan } from "./plan";
import {
  type ImportDetail,
  type ImportedRow,
  type ImportOutcome,
  type ImportSummary,
  importCounts,
  importFailure,
  type SelfChoice,
} from "./schema";

const summary = {
  id: true,
  fileName: true,
  files: { where: { kind: { not: null } }, select: { kind: true }, orderBy: { file: "asc" } },
  state: true,
  counts: true,
  rowsDone: true,
  rowsTotal: true,
  failure: true,
  createdAt: true,
  finishedAt: true,
  undoneAt: true,
  rowsErased: true,
} as const;

type SummaryRow = Omit<ImportSummary, "kinds" | "counts" | "failure" | "createdAt" | "finishedAt" | "undoneAt"> & {
  files: { kind: ImportKind | null }[];
  counts: unknown;
  failure: unknown;
  createdAt: Date;
  finishedAt: Date | null;
  undoneAt: Date | null;
};

function toSummary({ files, counts, failure, createdAt, finishedAt, undoneAt, ...row }: SummaryRow): ImportSummary {
  return {
    ...row,
    kinds: [...new Set(files.flatMap(({ kind }) => kind ?? []))],
    counts: importCounts.parse(counts),
    failure: failure === null ? null : importFailure.parse(failure),
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    undoneAt: undoneAt?.toISOString() ?? null,
  };
}

/** Newest first. */
export async function listImports(db: OwnerDb, limit = 50): Promise<ImportSummary[]> {
  const rows = await db.importBatch.findMany({ select: summary, orderBy: { createdAt: "desc" }, take: limit });
  return rows.map(toSummary);
}

/** One import, or null where the owner has none of this id. */
export async function getImport(db: OwnerDb, id: string): Promise<ImportDetail | null> {
  const row = await db.importBatch.findUnique({
    where: { ownerId_id: { ownerId: db.owner, id } },
    select: { ...summary, self: true },
  });
  if (!row) return null;
  const { self, ...rest } = row;
  const selfChoices = row.state === "PREVIEW" && self ? await listSelfChoices(db, id) : [];
  return { ...toSummary(rest), files: await listFiles(db, id), self, selfChoices };
}

/** Only what a progress bar needs. */
export async function getProgress(db: OwnerDb, id: string) {
  return db.importBatch.findUnique({
    where: { ownerId_id: { ownerId: db.owner, id } },
    select: { state: true, rowsDone: true, rowsTotal: true },
  });
}

/** The people in most messages of a file, most first. */
async function listSelfChoices(db: OwnerDb, id: string): Promise<SelfChoice[]> {
  return db.$queryRaw<SelfChoice[]>`
    with most as materialized (
      select person, sum(messages)::int as messages
      from import_person
      where owner_id = ${db.owner}::uuid and batch_id = ${id}::uuid and messages > 0
      group by person
      order by messages desc, person
      limit 5
    )
    select most.person as key, most.messages,
           (select full_name from import_person
            where owner_id = ${db.owner}::uuid and batch_id = ${id}::uuid and key = most.person) as name
    from most
    order by most.messages desc, most.person`;
}

/** Rows of one outcome (and reason) in the order of the files, from after `afterLine` of one file. */
export async function listRows(
  db: OwnerDb,
  id: string,
  { file, outcome, reason, afterLine = 0, limit = 20 }: RowFilter,
): Promise<ImportedRow[]> {
  const rows = await db.importRow.findMany({
    where: {
      batchId: id,
      ...(file !== undefined && { file, line: { gt: afterLine } }),
      ...(outcome && { outcome }),
      ...(reason !== undefined && { reason }),
    },
    select: { file: true, line: true, outcome: true, reason: true, fields: true, changes: true, entityId: true },
    orderBy: [{ file: "asc" }, { line: "asc" }],
    take: limit,
  });
  return withContacts(db, rows);
}

export type RowFilter = {
  file?: number;
  outcome?: ImportOutcome;
  reason?: string | null;
  afterLine?: number;
  limit?: number;
};

type FoundRow = Pick<ImportedRow, "file" | "line" | "outcome" | "reason"> & {
  fields: unknown;
  changes: unknown;
  entityId: string | null;
};

/** Each with the contact it is, or is about. */
async function withContacts(db: OwnerDb, rows: FoundRow[]): Promise<ImportedRow[]> {
  const contactOf = ({ changes, entityId }: FoundRow) =>
    (changes as { contactId?: string } | null)?.contactId ?? entityId ?? null;
  const ids = rows.flatMap((row) => contactOf(row) ?? []);
  const contacts = await db.contact.findMany({ where: { id: { in: ids } }, select: { id: true, fullName: true } });
  const byId = new Map(contacts.map(({ id, fullName: name }) => [id, { id, name }]));
  return rows.map((row) => {
    const { entityId: _, fields, changes, ...rest } = row;
    return {
      ...rest,
      fields: fields as ImportedRow["fields"],
      changes: (changes ?? {}) as ImportedRow["changes"],
      contact: byId.get(contactOf(row) ?? "") ?? null,
    };
  });
}

/** Contacts that a file of messages would make, or made and an undo kept. */
export async function listNewPeople(db: OwnerDb, id: string, reason: string | null, limit = 20) {
  return db.importPerson.findMany({
    where: { batchId: id, outcome: "CREATED", reason },
    select: { key: true, fullName: true, sent: true, contactId: true },
    orderBy: [{ sent: "desc" }, { key: "asc" }],
    take: limit,
  });
}

/** Says who of the people in the file is the owner, and decides anew. */
export async function chooseSelf(db: OwnerDb, id: string, self: string): Promise<void> {
  const person = await db.importPerson.findUnique({
    where: { ownerId_batchId_key: { ownerId: db.owner, batchId: id, key: self } },
    select: { person: true },
  });
  if (!person) throw new Refusal("unknown");
  await moveOn(db, id, ["PREVIEW"], { self: person.person });
  await plan(db, id);
}

/** The owner has decided: import it. Also after a failure, which left nothing behind. */
export async function queueImport(db: OwnerDb, id: string): Promise<void> {
  await moveOn(db, id, ["PREVIEW", "FAILED"], { state: "QUEUED", rowsDone: 0, failure: Prisma.DbNull });
}

/** Stops an import that is under way. Its job rolls back what was written, and it waits for a decision as before. */
export async function cancelImport(db: OwnerDb, id: string): Promise<void> {
  await moveOn(db, id, ["QUEUED", "RUNNING"], { state: "CANCELLING" });
}

export async function queueUndo(db: OwnerDb, id: string): Promise<void> {
  await moveOn(db, id, ["DONE"], { state: "UNDOING", rowsDone: 0 });
}

/** Forgets a file that was never imported, with all that was read of it. */
export async function discardImport(db: OwnerDb, id: string): Promise<void> {
  const { count } = await db.importBatch.deleteMany({
    where: { id, state: { in: ["PREVIEW", "REFUSED", "FAILED"] } },
  });
  if (count === 0) throw new Refusal("moved");
}

type Steps = Parameters<OwnerDb["importBatch"]["updateMany"]>[0]["data"];

async function moveOn(db: OwnerDb, id: string, from: ImportSummary["state"][], data: Steps): Promise<void> {
  const { count } = await db.importBatch.updateMany({ where: { id, state: { in: from } }, data });
  if (count === 0) throw new Refusal("moved");
}
