// Making one contact of several, and undoing it. The database moves what belongs to them and remembers every row.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { lockStandings } from "@/lib/policy/row/data";
import { Refusal } from "@/lib/refusal";
import { Prisma } from "@/prisma/generated/client";
import { readCandidates } from "../review/data";
import type { Choices } from "../schema";
import { mergedAssessment, mergedFacts } from "./choices";

export type Merge = { people: string[]; seen: string[]; choices: Choices };

/**
 * Makes one contact of `people`, the first of whom stays; answers with the merge's id. Throws a Refusal: `changedElsewhere`
 * where one of them isn't as the form showed them (`seen`, "id version" each), `busy` while something long is written.
 */
export async function mergePeople(db: OwnerDb, { people, seen, choices }: Merge): Promise<string> {
  await lockStandings(db); // first of all: what waits for it would decide by what it saw before
  const candidates = await readCandidates(db, [...new Set(people)]);
  const isAsSeen = candidates.every(({ id, version }) => seen.includes(`${id} ${version}`));
  const [keep, ...gone] = candidates;
  if (candidates.length !== people.length || !isAsSeen || !keep || gone.length === 0)
    throw new Refusal("changedElsewhere");

  const [{ memory }] = await db.$queryRaw<[{ memory: unknown }]>`
    select merge_contacts(${keep.id}::uuid, ${gone.map(({ id }) => id)}::uuid[]) as memory`;
  const { connectedOn, ...facts } = mergedFacts(candidates, choices);
  await db.contact.update({
    where: { ownerId_id: { ownerId: db.owner, id: keep.id } },
    data: { ...facts, connectedOn: connectedOn ? new Date(connectedOn) : null, version: { increment: 1 } },
    select: { id: true },
  });
  const assessment = mergedAssessment(candidates, choices);
  if (assessment && assessment !== keep.assessment) {
    const key = { ownerId: db.owner, contactId: keep.id };
    await db.assessment.upsert({
      where: { ownerId_contactId: key },
      create: { ...key, ...assessment },
      update: { ...assessment, version: { increment: 1 } },
      select: { version: true },
    });
  }
  const [{ id }] = await db.$queryRaw<[{ id: string }]>`
    insert into contact_merge (owner_id, contact_id, absorbed_ids, absorbed_names, memory)
    select c.owner_id, c.id, ${gone.map(({ id }) => id)}::uuid[], ${gone.map(({ fullName }) => fullName)}::text[],
      ${JSON.stringify(memory)}::jsonb || jsonb_build_object('after', jsonb_build_object('contact', to_jsonb(c), 'assessment', to_jsonb(a)))
    from contact c left join assessment a on a.owner_id = c.owner_id and a.contact_id = c.id
    where c.owner_id = ${db.owner}::uuid and c.id = ${keep.id}::uuid
    returning id`;
  return id;
}

/** One that was brought back from a file can't: what it takes stayed behind. */
const canBeUndone = { undoneAt: null, memory: { not: Prisma.DbNull } };

/**
 * Brings everybody back, with what was theirs. Throws a Refusal: `notFound` where there is nothing to undo,
 * `undoLater` where the same contact was merged again since, which has to be undone before.
 */
export async function undoMerge(db: OwnerDb, id: string): Promise<void> {
  await lockStandings(db);
  const merge = await db.contactMerge.findFirst({
    where: { ownerId: db.owner, id, ...canBeUndone },
    select: { contactId: true },
  });
  if (!merge) throw new Refusal("notFound");
  const latest = await db.contactMerge.findFirst({
    where: { ownerId: db.owner, contactId: merge.contactId, ...canBeUndone },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, absorbedNames: true },
  });
  if (latest && latest.id !== id) throw new Refusal("undoLater", undefined, { names: latest.absorbedNames.join(", ") });
  await db.$executeRaw`select undo_merge(${id}::uuid)`;
}

/** Who somebody is now that was merged into another contact; null where they weren't. */
export async function whoIsNow(db: OwnerDb, id: string): Promise<string | null> {
  const merge = await db.contactMerge.findFirst({
    where: { ownerId: db.owner, undoneAt: null, absorbedIds: { has: id } },
    select: { contactId: true },
  });
  return merge?.contactId ?? null;
}
