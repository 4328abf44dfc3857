import "server-only";
import type { OwnerDb } from "@/lib/db";
import { createFollowUp } from "@/lib/follow-ups/data";
import { readMentions, setMentions, typedNotes } from "@/lib/mentions/data";
import { type Mention, plainNotes } from "@/lib/mentions/text";
import { Refusal } from "@/lib/refusal";
import { choiceColumns, contactChoice, type People, resolvePeople } from "./participants/data";
import type { DeletedInteraction, InteractionDetail, LogInteraction, UpdateInteraction } from "./schema";

type Happened<Input> = Omit<Input, "day" | "time" | "id" | "version" | "mentions" | "next"> & {
  occurredAt: string;
  mentions?: Mention[];
};
type What = Pick<UpdateInteraction, "kind" | "direction" | "depth" | "groupSize" | "notes"> & { occurredAt: string };

/**
 * Records one interaction with everyone who took part, makes the contacts named for the first time, and a follow-up for
 * each person where one was wanted. The database refreshes their standing in the same transaction.
 *
 * `id` is made by the form: sent twice, also at once, it is written once. Answers with the ids of all rows made, the
 * interaction's first. Throws a Refusal: `unknownContact`, `ambiguous`, `groupTooSmall`, `sentBefore` (this id with
 * other content).
 */
export async function logInteraction(db: OwnerDb, id: string, input: Happened<LogInteraction>): Promise<string[]> {
  const { notes, ids: mentioned } = await readMentions(db, input.notes, input.mentions ?? []);
  // First of all writes: a second sender of the same id waits here until the first has committed.
  const { count } = await db.interaction.createMany({
    data: { ownerId: db.owner, id, ...columns({ ...input, notes }) },
    skipDuplicates: true,
  });
  if (count === 0) {
    await refuseOtherContent(db, id, input);
    return [id];
  }
  const { ids, made } = await participants(db, input);
  await db.interactionContact.createMany({ data: ids.map((contactId) => link(db, id, contactId)) });
  if (mentioned.length > 0) await setMentions(db, id, mentioned); // it is new: there is none to take away
  const { followUpTitle: title, followUpDue: dueOn } = input;
  const followUps: string[] = [];
  if (title && dueOn) {
    for (const contactId of ids) followUps.push(await createFollowUp(db, { contactId, title, dueOn }));
  }
  return [id, ...followUps, ...made];
}

/**
 * Changes the version that was read. Throws a Refusal: `changedElsewhere`, `notFound`, and as logInteraction.
 */
export async function updateInteraction(
  db: OwnerDb,
  id: string,
  version: number,
  input: Happened<UpdateInteraction>,
): Promise<void> {
  const { notes, ids: mentioned } = await readMentions(db, input.notes, input.mentions ?? []);
  const { count } = await db.interaction.updateMany({
    where: { ownerId: db.owner, id, version },
    data: { ...columns({ ...input, notes }), version: { increment: 1 } },
  });
  if (count === 0) throw await staleOrGone(db, id);
  await setMentions(db, id, mentioned);
  const present = await db.interactionContact.findMany({
    where: { ownerId: db.owner, interactionId: id },
    select: { contactId: true },
  });
  const before = present.map(({ contactId }) => contactId);
  const { ids } = await participants(db, input, before);
  const gone = before.filter((contactId) => !ids.includes(contactId));
  const come = ids.filter((contactId) => !before.includes(contactId));
  if (gone.length > 0) {
    await db.interactionContact.deleteMany({
      where: { ownerId: db.owner, interactionId: id, contactId: { in: gone } },
    });
  }
  if (come.length > 0) {
    await db.interactionContact.createMany({ data: come.map((contactId) => link(db, id, contactId)) });
  }
}

/** A calendar's entry really happened: from now on it counts. Throws a Refusal: `changedElsewhere`, `notFound`. */
export async function confirmInteraction(db: OwnerDb, id: string, version: number): Promise<void> {
  const { count } = await db.interaction.updateMany({
    where: { ownerId: db.owner, id, version },
    data: { confirmed: true, version: { increment: 1 } },
  });
  if (count === 0) throw await staleOrGone(db, id);
}

/** Throws a Refusal: `changedElsewhere`, `notFound`. */
export async function deleteInteraction(db: OwnerDb, id: string, version: number): Promise<void> {
  const { count } = await db.interaction.deleteMany({ where: { ownerId: db.owner, id, version } });
  if (count === 0) throw await staleOrGone(db, id);
}

/** A deleted one is there again, with those who took part and still are there; where it is there already, nothing happens. */
export async function bringBackInteraction(
  db: OwnerDb,
  { contactIds, mentions, version, confirmed, ...what }: DeletedInteraction,
): Promise<void> {
  const { notes, ids: mentioned } = await readMentions(db, what.notes, mentions);
  const { count } = await db.interaction.createMany({
    data: { ownerId: db.owner, id: what.id, ...columns({ ...what, notes }), confirmed, version: version + 1 },
    skipDuplicates: true,
  });
  if (count === 0) return;
  const there = await db.contact.findMany({
    where: { ownerId: db.owner, id: { in: contactIds } },
    select: { id: true },
  });
  if (there.length === 0) throw new Refusal("notFound");
  await db.interactionContact.createMany({ data: there.map((contact) => link(db, what.id, contact.id)) });
  await setMentions(db, what.id, mentioned);
}

/**
 * Takes back what logInteraction made: `ids` as it answered. A contact made on the fly goes to the trash, unless
 * something else has been written about it since.
 */
export async function undoLog(db: OwnerDb, ids: string[]): Promise<void> {
  const made = { ownerId: db.owner, id: { in: ids } };
  await db.interaction.deleteMany({ where: made });
  await db.followUp.deleteMany({ where: made });
  const none = { none: {} };
  await db.contact.updateMany({
    where: {
      ...made,
      deletedAt: null,
      version: 1,
      interactions: none,
      mentions: none,
      checks: none,
      assessment: null,
      supportActs: none,
      invitations: none,
      recommendations: none,
      followUps: none,
    },
    data: { deletedAt: new Date(), version: { increment: 1 } },
  });
}

/** One interaction with all who took part, those in the trash included; null where there is none. */
export async function getInteraction(db: OwnerDb, id: string): Promise<InteractionDetail | null> {
  const found = await db.interaction.findUnique({
    where: { ownerId_id: { ownerId: db.owner, id } },
    select: {
      id: true,
      kind: true,
      direction: true,
      occurredAt: true,
      depth: true,
      groupSize: true,
      confirmed: true,
      notes: true,
      version: true,
      contacts: { select: { contact: { select: choiceColumns } }, orderBy: { contact: { fullName: "asc" } } },
    },
  });
  if (!found) return null;
  const { occurredAt, contacts, notes, ...rest } = found;
  return {
    ...rest,
    ...(await typedNotes(db, notes)),
    occurredAt: occurredAt.toISOString(),
    contacts: contacts.map(({ contact }) => contactChoice(contact)),
  };
}

function columns({ kind, direction, occurredAt, depth, groupSize, notes }: What) {
  return { kind, direction, occurredAt, depth, groupSize, notes };
}

const link = (db: OwnerDb, interactionId: string, contactId: string) => ({
  ownerId: db.owner,
  interactionId,
  contactId,
});

async function participants(db: OwnerDb, input: People & { groupSize: number | null }, present?: string[]) {
  const people = await resolvePeople(db, input, present);
  const named = people.ids.length;
  if (input.groupSize !== null && input.groupSize < named) throw new Refusal("groupTooSmall", "groupSize", { named });
  return people;
}

async function staleOrGone(db: OwnerDb, id: string): Promise<Refusal> {
  const current = await getInteraction(db, id);
  if (!current) return new Refusal("notFound");
  const label = current.contacts.map(({ name }) => name).join(", ");
  return new Refusal("changedElsewhere", undefined, {}, { href: `/log/${id}`, label });
}

/** The same form sent again is no news; another one under the same id (Back, changed, sent) must not get lost. */
async function refuseOtherContent(db: OwnerDb, id: string, input: Happened<LogInteraction>): Promise<void> {
  const stored = await getInteraction(db, id);
  const same =
    stored !== null &&
    stored.kind === input.kind &&
    stored.direction === input.direction &&
    stored.depth === input.depth &&
    stored.groupSize === input.groupSize &&
    stored.notes === (input.notes && plainNotes(input.notes)) &&
    stored.occurredAt.slice(0, 10) === input.occurredAt.slice(0, 10) &&
    input.contactIds.every((contactId) => stored.contacts.some((contact) => contact.id === contactId));
  if (!same) throw new Refusal("sentBefore", "id");
}
