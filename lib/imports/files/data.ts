// The files of an import and the rows in them, by what becomes of them.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { type FilesByKind, importKinds } from "../kinds";
import { type ImportFile, importCounts, importFailure } from "../schema";
import { isTarget } from "../tables/targets";

/** Which files of the import are of which kind. */
export async function filesByKind(db: OwnerDb, batchId: string): Promise<FilesByKind> {
  const files = await db.importFile.findMany({
    where: { batchId, kind: { not: null } },
    select: { file: true, kind: true },
    orderBy: { file: "asc" },
  });
  const of = (kind: string) => files.filter((file) => file.kind === kind).map(({ file }) => file);
  return Object.fromEntries(importKinds.map((kind) => [kind, of(kind)])) as FilesByKind;
}

/** Every file of the import, in the order they came. */
export async function listFiles(db: OwnerDb, batchId: string): Promise<ImportFile[]> {
  const files = await db.importFile.findMany({
    where: { batchId },
    select: {
      ...{ file: true, name: true, kind: true, rowsTotal: true, counts: true, failure: true },
      ...{ header: true, targets: true, isOwners: true },
    },
    orderBy: { file: "asc" },
  });
  return files.map(({ counts, failure, targets, ...file }) => ({
    ...file,
    targets: targets.filter(isTarget),
    counts: importCounts.parse(counts),
    failure: failure === null ? null : importFailure.parse(failure),
  }));
}

/** Writes the counts the pages show. In a job last of all: it locks the row whose progress is being reported. */
export async function countOutcomes(db: OwnerDb, batchId: string): Promise<void> {
  await db.$executeRaw`
    with counted as (
      select file, jsonb_agg(jsonb_build_object('outcome', outcome, 'reason', reason, 'count', n)
                             order by outcome, n desc) as rows
      from (select file, outcome, reason, count(*) as n from import_row
            where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid
            group by file, outcome, reason) as kinds
      group by file
    )
    update import_file f set counts = jsonb_build_object('rows', counted.rows)
    from counted
    where f.owner_id = ${db.owner}::uuid and f.batch_id = ${batchId}::uuid and f.file = counted.file`;
  await db.$executeRaw`
    update import_batch b
    set counts = b.counts || jsonb_build_object(
      'rows', (select coalesce(jsonb_agg(jsonb_build_object('outcome', outcome, 'reason', reason, 'count', n)
                                         order by outcome, n desc), '[]')
               from (select t.outcome, t.reason, sum(t.count) as n
                     from import_file f
                     cross join jsonb_to_recordset(f.counts->'rows') as t (outcome import_outcome, reason text, count int)
                     where f.owner_id = ${db.owner}::uuid and f.batch_id = ${batchId}::uuid and f.counts ? 'rows'
                     group by t.outcome, t.reason) as rows),
      'people', (select coalesce(jsonb_agg(jsonb_build_object('outcome', outcome, 'reason', reason, 'count', n)
                                           order by outcome, n desc), '[]')
                 from (select p.outcome, p.reason, count(*) as n from import_person p
                       where p.owner_id = ${db.owner}::uuid and p.batch_id = ${batchId}::uuid
                         and p.person = p.key and p.outcome is not null
                       group by p.outcome, p.reason) as people))
    where b.owner_id = ${db.owner}::uuid and b.id = ${batchId}::uuid`;
}
