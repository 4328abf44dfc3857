// One person erased everywhere, in one transaction. What the log says of them is ids, and stays.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { planWaiting } from "@/lib/imports/plan";
import { forgetBrokenOff } from "@/lib/imports/staging/data";
import { lockStandings } from "@/lib/policy/row/data";
import { Refusal } from "@/lib/refusal";
import { eraseImportRows } from "../import-rows/data";
import { keepOut } from "../left-out/data";
import { findPerson } from "../who/data";

/**
 * Everything about the contact goes for good, and so does what happened with them alone; what others took part in stays
 * theirs and counts for them as before. `instead` stands where others' notes named the person. With `out`, imports won't
 * bring them back. Throws a Refusal: `notFound`; `otherName` where `typed` isn't their name; `importRunning` while a file
 * comes in, which may name them; `busy`.
 */
export async function erasePerson(
  db: OwnerDb,
  id: string,
  { typed, instead, out }: { typed: string; instead: string; out: boolean },
): Promise<void> {
  await lockStandings(db);
  await lockImports(db);
  const person = await findPerson(db, id);
  if (!person) throw new Refusal("notFound");
  if (plain(typed) !== plain(person.fullName)) throw new Refusal("otherName", "name");

  if (out) await keepOut(db, person.marks);
  await eraseImportRows(db, person, instead);
  await eraseInteractions(db, person.ids, instead);
  await forgetDecisions(db, person.ids, instead);
  await deleteContact(db, id);
  if (person.pattern) await db.$executeRaw`select erase_words(${person.pattern}, ${instead})`;
  await planWaiting(db);
}

const plain = (name: string) => name.normalize("NFC").trim().replace(/\s+/g, " ");

/** The lock an import's job takes (lib/imports/run): none runs until this is done. What is being read takes none. */
async function lockImports(db: OwnerDb): Promise<void> {
  const [{ free }] = await db.$queryRaw<[{ free: boolean }]>`
    select pg_try_advisory_xact_lock(hashtextextended(${`import:${db.owner}`}, 0)) as free`;
  await forgetBrokenOff(db);
  if (!free || (await db.importBatch.count({ where: { ownerId: db.owner, state: "READING" } })) > 0)
    throw new Refusal("importRunning");
}

async function eraseInteractions(db: OwnerDb, ids: string[], instead: string): Promise<void> {
  await db.$executeRaw`
    delete from interaction i
    where i.owner_id = ${db.owner}::uuid
      and exists (select from interaction_contact x where x.owner_id = i.owner_id and x.interaction_id = i.id and x.contact_id = any (${ids}::uuid[]))
      and not exists (select from interaction_contact x where x.owner_id = i.owner_id and x.interaction_id = i.id and x.contact_id <> all (${ids}::uuid[]))`;
  // As many were there as before: for the others it weighs the same.
  await db.$executeRaw`
    update interaction i
    set group_size = greatest(coalesce(i.group_size, 1), present.people), version = i.version + 1
    from (
      select interaction_id, count(*)::int as people from interaction_contact
      where owner_id = ${db.owner}::uuid
        and interaction_id in (select x.interaction_id from interaction_contact x where x.owner_id = ${db.owner}::uuid and x.contact_id = any (${ids}::uuid[]))
      group by interaction_id
    ) as present
    where i.owner_id = ${db.owner}::uuid and i.id = present.interaction_id`;
  const token = `@\\[[^][\\n]*\\]\\(contact:(${ids.join("|")})\\)`;
  await db.$executeRaw`
    update interaction set notes = regexp_replace(notes, ${token}, ${instead}, 'g'), version = version + 1
    where owner_id = ${db.owner}::uuid and notes ~ ${token}`;
}

/** What remembers people by more than a reference to their row. */
async function forgetDecisions(db: OwnerDb, ids: string[], instead: string): Promise<void> {
  const theirs = { in: ids };
  await db.distinctPair.deleteMany({
    where: { ownerId: db.owner, OR: [{ contactId: theirs }, { otherId: theirs }] },
  });
  await db.sampleContact.deleteMany({ where: { ownerId: db.owner, contactId: theirs } });
  // Who was merged once, and parted again, is still named by that merge.
  await db.$executeRaw`
    update contact_merge
    set absorbed_names = array(
      select case when gone = any (${ids}::uuid[]) then ${instead}::text else name end
      from unnest(absorbed_ids, absorbed_names) with ordinality as merged (gone, name, place) order by place)
    where owner_id = ${db.owner}::uuid and absorbed_ids && ${ids}::uuid[]`;
  await db.$executeRaw`
    update bulk_change set contact_ids = array(select id from unnest(contact_ids) as id where id <> all (${ids}::uuid[]))
    where owner_id = ${db.owner}::uuid and contact_ids && ${ids}::uuid[]`;
  // The first part of an upload that broke off; nobody can go on with it.
  await db.restore.deleteMany({ where: { ownerId: db.owner, state: "SENDING" } });
}

/** With all that refers to them. A tag that nobody else has was about them. */
async function deleteContact(db: OwnerDb, id: string): Promise<void> {
  const tags = await db.contactTag.findMany({ where: { ownerId: db.owner, contactId: id }, select: { tagId: true } });
  await db.contact.delete({ where: { ownerId_id: { ownerId: db.owner, id } }, select: { id: true } });
  await db.tag.deleteMany({
    where: { ownerId: db.owner, id: { in: tags.map(({ tagId }) => tagId) }, contacts: { none: {} } },
  });
}
