// An introduction is about three: it is written for each of them in one transaction, and taken back as one.
import "server-only";
import { requireContact } from "@/lib/contacts/existing/data";
import type { OwnerDb } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import type { SupportDirection } from "@/lib/support/words";
import type { Introduction } from "./schema";

/**
 * Logs it. GIVEN is an act of help to each of the two, who name each other; RECEIVED an act of the first, who names the
 * second. `howWeMet`, if given, becomes how the owner met the second, unless something is written there already; then,
 * and when the same form comes twice, the answer is null, else the id of the second.
 *
 * Throws a Refusal: `notFound`, and `self` on `otherName` for one person at both ends.
 */
export async function logIntroduction(
  db: OwnerDb,
  id: string,
  input: {
    direction: SupportDirection;
    contactId: string;
    otherId: string;
    occurredAt: string;
    note: string | null;
    howWeMet: string | null;
  },
): Promise<string | null> {
  const { direction, contactId, otherId, occurredAt, note, howWeMet } = input;
  await requireContact(db, contactId);
  await requireContact(db, otherId);
  if (contactId === otherId) throw new Refusal("self", "otherName");
  const act = { ownerId: db.owner, direction, kind: "INTRODUCTION", occurredAt, note, introductionId: id } as const;
  const { count } = await db.supportAct.createMany({
    data: { ...act, id, contactId, introducedContactId: otherId },
    skipDuplicates: true,
  });
  if (count === 0) return null;
  if (direction === "GIVEN") {
    await db.supportAct.create({
      data: { ...act, contactId: otherId, introducedContactId: contactId },
      select: { id: true },
    });
    return null;
  }
  return howWeMet && (await writeHowWeMet(db, otherId, howWeMet)) ? otherId : null;
}

/**
 * As if it had not been. `howWeMet` is what it wrote of the contact `metId`, which goes too unless it was changed since.
 * Throws a Refusal `notFound`.
 */
export async function takeBackIntroduction(
  db: OwnerDb,
  id: string,
  met: { id: string; howWeMet: string } | null,
): Promise<void> {
  const { count } = await db.supportAct.deleteMany({ where: { ownerId: db.owner, introductionId: id } });
  if (count === 0) throw new Refusal("notFound");
  if (!met) return;
  await db.contact.updateMany({
    where: { ownerId: db.owner, id: met.id, howWeMet: met.howWeMet },
    data: { howWeMet: null, version: { increment: 1 } },
  });
}

/** Who made an introduction the owner received. Throws a Refusal `notFound`. */
export async function getIntroducer(db: OwnerDb, id: string): Promise<{ fullName: string }> {
  const found = await db.supportAct.findFirst({
    where: { ownerId: db.owner, introductionId: id },
    select: { contact: { select: { fullName: true } } },
  });
  if (!found) throw new Refusal("notFound");
  return found.contact;
}

/** The latest, each once. */
export async function listIntroductions(db: OwnerDb, limit = 20): Promise<Introduction[]> {
  const found = await db.$queryRaw<(Omit<Introduction, "occurredAt"> & { occurredAt: Date })[]>`
    select s.introduction_id as id, s.direction, s.occurred_at as "occurredAt", s.note,
      json_build_object('id', c.id, 'fullName', c.full_name) as first,
      case when o.id is not null then json_build_object('id', o.id, 'fullName', o.full_name) end as second
    from support_act s
    join contact c on c.owner_id = s.owner_id and c.id = s.contact_id and c.deleted_at is null
    left join contact o on o.owner_id = s.owner_id and o.id = s.introduced_contact_id and o.deleted_at is null
    where s.owner_id = ${db.owner}::uuid and s.id = s.introduction_id
    order by s.occurred_at desc, s.id desc limit ${limit}::int`;
  return found.map(({ occurredAt, ...introduction }) => ({ ...introduction, occurredAt: occurredAt.toISOString() }));
}

async function writeHowWeMet(db: OwnerDb, contactId: string, text: string): Promise<boolean> {
  const written = await db.$executeRaw`
    update contact set how_we_met = ${text}, version = version + 1, updated_at = now()
    where owner_id = ${db.owner}::uuid and id = ${contactId}::uuid and btrim(coalesce(how_we_met, '')) = ''`;
  return written > 0;
}
