// Who is mentioned where. A mention counts for nothing: the rule looks at who took part.
import "server-only";
import type { OwnerDb, OwnerSql } from "@/lib/db";
import { type Mention, mentionsIn, type NotePart, partsOf, plainNotes, storedNotes } from "./text";

/** Who somebody is today; `isHere`: not in the trash. */
type Known = { id: string; name: string; isHere: boolean };

/** By the id they were mentioned by. Who was merged since is who they are now; who is gone, or another owner's, is not in it. */
async function whoAre(db: OwnerSql, ids: string[]): Promise<Map<string, Known>> {
  const asked = [...new Set(ids)];
  if (asked.length === 0) return new Map();
  const found = await db.$queryRaw<(Known & { asked: string })[]>`
    select asked.id as asked, c.id, c.full_name as name, c.deleted_at is null as "isHere"
    from unnest(${asked}::uuid[]) as asked (id)
    join contact c on c.owner_id = ${db.owner}::uuid and c.id = coalesce(
      (select own.id from contact own where own.owner_id = ${db.owner}::uuid and own.id = asked.id),
      (select m.contact_id from contact_merge m
       where m.owner_id = ${db.owner}::uuid and m.undone_at is null and asked.id = any (m.absorbed_ids) limit 1))`;
  return new Map(found.map(({ asked, ...known }) => [asked, known]));
}

/** Notes as they are typed, as they are stored, and who is mentioned in them. An id that leads to nobody is only words. */
export async function readMentions(
  db: OwnerDb,
  typed: string | null,
  mentions: Mention[],
): Promise<{ notes: string | null; ids: string[] }> {
  if (typed === null) return { notes: null, ids: [] };
  const named = [...mentions, ...mentionsIn(typed)];
  const known = await whoAre(
    db,
    named.map(({ id }) => id),
  );
  const notes = storedNotes(
    typed,
    named.flatMap(({ id, name }) => {
      const who = known.get(id);
      return who ? [{ id: who.id, name, called: who.name }] : [];
    }),
  );
  return { notes, ids: [...new Set(mentionsIn(notes).map(({ id }) => id))] };
}

/** Makes `contactIds` those who are mentioned in an interaction. */
export async function setMentions(db: OwnerDb, interactionId: string, contactIds: string[]): Promise<void> {
  const there = { ownerId: db.owner, interactionId };
  await db.mention.deleteMany({ where: { ...there, contactId: { notIn: contactIds } } });
  if (contactIds.length === 0) return;
  await db.mention.createMany({ data: contactIds.map((contactId) => ({ ...there, contactId })), skipDuplicates: true });
}

/** Stored notes as a form shows them, with who is mentioned. */
export async function typedNotes(
  db: OwnerDb,
  stored: string | null,
): Promise<{ notes: string | null; mentions: Mention[] }> {
  if (stored === null) return { notes: null, mentions: [] };
  const named = mentionsIn(stored);
  const known = await whoAre(
    db,
    named.map(({ id }) => id),
  );
  return {
    notes: plainNotes(stored, (id) => known.get(id)),
    mentions: [...known.values()]
      .filter((who, place, all) => all.findIndex((other) => other.id === who.id) === place)
      .map(({ id, name }) => ({ id, name })),
  };
}

type Noted = { notes?: string | null };
type InParts<Row extends Noted> = Omit<Row, "notes"> & { notes?: NotePart[] | null };

/** Rows with their notes, where they have any, in pieces: words, and people as they are called today. */
export async function withNoteParts<Row extends Noted>(db: OwnerSql, rows: Row[]): Promise<InParts<Row>[]> {
  const known = await whoAre(db, idsIn(rows));
  const now = (id: string) => {
    const who = known.get(id);
    return who && { id: who.isHere ? who.id : null, name: who.name };
  };
  return rows.map(
    ({ notes, ...row }) =>
      ({ ...row, ...(notes !== undefined && { notes: notes && partsOf(notes, now) }) }) as InParts<Row>,
  );
}

/** Rows with their notes as plain text. */
export async function withPlainNotes<Row extends { notes: string | null }>(db: OwnerSql, rows: Row[]): Promise<Row[]> {
  const known = await whoAre(db, idsIn(rows));
  return rows.map((row) => ({ ...row, notes: row.notes && plainNotes(row.notes, (id) => known.get(id)) }));
}

const idsIn = (rows: Noted[]) => rows.flatMap(({ notes }) => (notes ? mentionsIn(notes).map(({ id }) => id) : []));
