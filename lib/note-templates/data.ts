// What a note may start from. Until an owner changes one, they have the built-in ones, which are no rows yet: `start`.
import "server-only";
import type { OwnerDb, OwnerSql } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import type { NoteTemplate } from "./schema";

type Words = { name: string; text: string };

/** In the owner's order. */
export async function listTemplates(db: OwnerSql, start: NoteTemplate[]): Promise<NoteTemplate[]> {
  const own = await db.$queryRaw<NoteTemplate[]>`
    select id, name, text, place, version from note_template where owner_id = ${db.owner}::uuid order by place, id`;
  return own.length > 0 ? own : start;
}

/** Behind the others. Throws the Refusal `nameTaken`. Sent twice, it is written once. */
export async function createTemplate(
  db: OwnerDb,
  start: NoteTemplate[],
  { id, ...words }: Words & { id: string },
): Promise<void> {
  await makeOwn(db, start);
  const { _max } = await db.noteTemplate.aggregate({ where: { ownerId: db.owner }, _max: { place: true } });
  await write(db, { id, ...words, place: (_max.place ?? -1) + 1 });
}

/** Brings back one that was deleted, to where it stood. Throws the Refusal `nameTaken`. */
export async function restoreTemplate(db: OwnerDb, template: Omit<NoteTemplate, "version">): Promise<void> {
  await write(db, template);
}

/** Throws a Refusal: `notFound`, `nameTaken`, `changedElsewhere` where `version` is no longer the newest. */
export async function updateTemplate(
  db: OwnerDb,
  start: NoteTemplate[],
  { id, version, ...words }: Words & { id: string; version: number },
): Promise<void> {
  await makeOwn(db, start);
  await requireFreeName(db, id, words.name);
  const { count } = await db.noteTemplate.updateMany({
    where: { ownerId: db.owner, id, version },
    data: { ...words, version: { increment: 1 } },
  });
  if (count === 1) return;
  const { name } = await requireTemplate(db, id);
  throw new Refusal("changedElsewhere", undefined, {}, { href: `/settings?template=${id}#templates`, label: name });
}

/** Changes places with the one before or behind it, where there is one. */
export async function moveTemplate(
  db: OwnerDb,
  start: NoteTemplate[],
  { id, to }: { id: string; to: "up" | "down" },
): Promise<void> {
  await makeOwn(db, start);
  await requireTemplate(db, id);
  const order = await listTemplates(db, []);
  const from = order.findIndex((template) => template.id === id);
  const [moved] = order.splice(from, 1);
  if (moved) order.splice(Math.max(0, from + (to === "up" ? -1 : 1)), 0, moved);
  for (const [place, template] of order.entries()) {
    if (template.place === place) continue;
    await db.noteTemplate.update({
      where: { ownerId_id: { ownerId: db.owner, id: template.id } },
      data: { place },
      select: { id: true },
    });
  }
}

/** Throws a Refusal: `notFound`, `lastOne` for the only one there is. */
export async function deleteTemplate(db: OwnerDb, start: NoteTemplate[], id: string): Promise<void> {
  await makeOwn(db, start);
  await requireTemplate(db, id);
  if ((await db.noteTemplate.count({ where: { ownerId: db.owner } })) === 1) throw new Refusal("lastOne");
  await db.noteTemplate.delete({ where: { ownerId_id: { ownerId: db.owner, id } }, select: { id: true } });
}

/** The built-in ones become the owner's own: from now on each may be changed, moved and deleted. */
async function makeOwn(db: OwnerDb, start: NoteTemplate[]): Promise<void> {
  const own = await db.noteTemplate.findFirst({ where: { ownerId: db.owner }, select: { id: true } });
  if (own) return;
  await db.noteTemplate.createMany({
    data: start.map((template) => ({ ownerId: db.owner, ...template })),
    skipDuplicates: true, // another tab may be doing the same
  });
}

async function write(db: OwnerDb, template: Words & { id: string; place: number }): Promise<void> {
  await requireFreeName(db, template.id, template.name);
  await db.noteTemplate.createMany({ data: { ownerId: db.owner, ...template }, skipDuplicates: true });
}

/** Case makes no difference. */
async function requireFreeName(db: OwnerDb, id: string, name: string): Promise<void> {
  const [taken] = await db.$queryRaw<{ name: string }[]>`
    select name from note_template
    where owner_id = ${db.owner}::uuid and lower(name) = lower(${name}) and id <> ${id}::uuid`;
  if (taken) throw new Refusal("nameTaken", "name", { name: taken.name });
}

async function requireTemplate(db: OwnerDb, id: string): Promise<{ name: string }> {
  const found = await db.noteTemplate.findUnique({
    where: { ownerId_id: { ownerId: db.owner, id } },
    select: { name: true },
  });
  if (!found) throw new Refusal("notFound");
  return found;
}
