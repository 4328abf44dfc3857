// Rows of which only the owner can tell whom they mean. What isn't decided does no harm: a connection comes in as a
// person of its own, everything else waits.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { Prisma } from "@/prisma/generated/client";
import { replan } from "../plan";
import type { Candidate, Question, Questions } from "./schema";

/** The questions of one file, open ones first. */
export async function listQuestions(db: OwnerDb, batchId: string, file: number, limit = 30): Promise<Questions> {
  const where = { batchId, file, candidates: { isEmpty: false } };
  const total = await db.importRow.count({ where });
  if (total === 0) return { questions: [], total, open: 0 };
  const open = await db.importRow.count({ where: { ...where, decision: null } });
  const rows = await db.importRow.findMany({
    where,
    select: { file: true, line: true, fields: true, candidates: true, decision: true },
    orderBy: [{ decision: { sort: "asc", nulls: "first" } }, { line: "asc" }],
    take: limit,
  });
  const people = await namesOf(
    db,
    batchId,
    rows.flatMap(({ candidates }) => candidates),
  );
  const questions = rows.map(({ fields, candidates, ...row }): Question => {
    const { fullName = "", position, company, connectedOn, at } = fields as Record<string, string>;
    return {
      ...row,
      name: fullName,
      about: [position, company, connectedOn ?? at?.slice(0, 10)].filter(Boolean).join(" · "),
      candidates: candidates.flatMap((id) => people.get(id) ?? []),
    };
  });
  return { questions, total, open };
}

/** Contacts, those this import is about to make, and recommendations that are tracked here. */
async function namesOf(db: OwnerDb, batchId: string, ids: string[]): Promise<Map<string, Candidate>> {
  const people = await db.$queryRaw<Candidate[]>`
    select id, name, concat_ws(' · ', position, company, connected_on) as about, is_new as "isNew", null as tracked from (
      select id, full_name as name, position, company, connected_on::text as connected_on, false as is_new
      from contact where owner_id = ${db.owner}::uuid and id = any (${ids}::uuid[])
      union all
      select entity_id, fields->>'fullName', fields->>'position', fields->>'company', fields->>'connectedOn', true
      from import_row
      where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid and outcome = 'CREATED'
        and entity_id = any (${ids}::uuid[])
      union all
      select contact_id, full_name, null, null, null, true from import_person
      where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid and outcome = 'CREATED' and key = person
        and contact_id = any (${ids}::uuid[])
    ) as named
    union all
    select t.id, c.full_name, coalesce(t.work, ''), false, t.status::text
    from recommendation t join contact c on c.owner_id = t.owner_id and c.id = t.contact_id
    where t.owner_id = ${db.owner}::uuid and t.id = any (${ids}::uuid[])`;
  return new Map(people.reverse().map((person) => [person.id, person]));
}

/** The owner says whom a row means. Throws a Refusal where it can't be asked (any more), or somebody else is named. */
export async function decideRow(
  db: OwnerDb,
  batchId: string,
  { file, line, decision }: { file: number; line: number; decision: string },
): Promise<void> {
  const { count } = await db.importRow.updateMany({
    where: {
      ...{ batchId, file, line, from: { batch: { state: "PREVIEW" } } },
      candidates: decision === "new" || decision === "skip" ? { isEmpty: false } : { has: decision },
    },
    data: { decision },
  });
  if (count === 0) throw new Refusal("moved");
  await replan(db, batchId, file);
}

/** Of every open question of a file: the one candidate (where there is one), somebody new, or left out. */
export async function decideAll(
  db: OwnerDb,
  batchId: string,
  file: number,
  decision: "candidate" | "new" | "skip",
): Promise<void> {
  const said = decision === "candidate" ? Prisma.sql`candidates[1]::text` : Prisma.sql`${decision}`;
  const count = await db.$executeRaw`
    update import_row r set decision = ${said}
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.file = ${file}::int
      and r.decision is null and r.candidates <> '{}' and (${decision} <> 'candidate' or cardinality(r.candidates) = 1)
      and exists (select from import_batch b where b.owner_id = r.owner_id and b.id = r.batch_id and b.state = 'PREVIEW')`;
  if (count === 0) throw new Refusal("moved");
  await replan(db, batchId, file);
}
