import "server-only";
import { moveConnection, requireMove, statusWithoutInvitation } from "@/lib/connections/data";
import { requireContact } from "@/lib/contacts/existing/data";
import type { OwnerDb } from "@/lib/db";
import { getDeskSetting } from "@/lib/desk/data";
import { newOperationKey } from "@/lib/operation-key";
import { Refusal } from "@/lib/refusal";
import { noteLength, unfilledFields } from "./note";
import { nothingSent, standingNow } from "./outgoing/data";
import type { InvitationStatus, OutgoingAnswer } from "./schema";

const invitable = ["NONE", "RECEIVED", "REMOVED"] as const;

/** The note kept for somebody not invited yet, or null. */
export async function getDraft(db: OwnerDb, contactId: string): Promise<string | null> {
  // One draft a contact, also when the same note is sent twice at once: the second waits here for the first.
  await db.$queryRaw`
    select from contact where owner_id = ${db.owner}::uuid and id = ${contactId}::uuid for no key update`;
  const draft = await findDraft(db, contactId);
  return draft?.note ?? null;
}

/**
 * Keeps the note for later, whatever its length, and which template it started from; answers with the draft's id. No
 * words are no draft: the one kept so far goes, and the answer is null.
 */
export async function saveDraft(
  db: OwnerDb,
  contactId: string,
  note: string | null,
  template: string | null = null,
): Promise<string | null> {
  await requireContact(db, contactId);
  if (note?.trim()) return writeDraft(db, contactId, { note, template });
  await db.invitation.deleteMany({ where: { ownerId: db.owner, contactId, direction: "OUTGOING", status: "DRAFT" } });
  return null;
}

/**
 * The person has sent the invitation on LinkedIn: it is logged with its note, the template that started from, and how
 * the contact stands; and the contact is pending. Refuses a note that has a merge field nobody filled or is longer than
 * the owner's limit, since neither can have been sent.
 */
export async function markSent(
  db: OwnerDb,
  contactId: string,
  note: string | null,
  { template = null, now = new Date() }: { template?: string | null; now?: Date } = {},
): Promise<string> {
  const unfilled = unfilledFields(note ?? "");
  if (unfilled.length > 0) throw new Refusal("unfilled", "note", { fields: unfilled.join(", ") });
  const { noteLength: maximum } = await getDeskSetting(db);
  if (noteLength(note ?? "") > maximum) throw new Refusal("noteTooLong", "note", { maximum });
  const standing = await standingNow(db, contactId); // before it is pending
  await requireMove(db, contactId, invitable, { connectionStatus: "INVITED" });
  return writeDraft(db, contactId, { note, template, status: "SENT", sentAt: now, ...standing });
}

/** Takes back "sent": the note becomes the draft it was, and the contact returns to where it stood. */
export async function undoSent(db: OwnerDb, id: string): Promise<string> {
  const contactId = await moveInvitation(db, id, ["SENT"], { status: "DRAFT", sentAt: null, ...nothingSent });
  await release(db, contactId);
  return contactId;
}

/**
 * How a sent invitation ended. Accepted: they are connected since `today`. Ignored or withdrawn: they can be invited
 * again, after a withdrawal only when LinkedIn's waiting time is over (the standing knows).
 */
export async function answerOutgoing(
  db: OwnerDb,
  id: string,
  answer: OutgoingAnswer,
  { today, now = new Date() }: { today: string; now?: Date },
): Promise<string> {
  const contactId = await moveInvitation(db, id, ["SENT"], { status: answer, answeredAt: now });
  if (answer === "ACCEPTED") await connect(db, contactId, today);
  else await release(db, contactId);
  return contactId;
}

/** Takes the answer back: the invitation is on its way again. */
export async function undoOutgoingAnswer(db: OwnerDb, id: string): Promise<string> {
  const { contactId, status } = await findInvitation(db, id);
  await moveInvitation(db, id, ["ACCEPTED", "IGNORED", "WITHDRAWN"], { status: "SENT", answeredAt: null });
  if (status === "ACCEPTED") {
    await moveConnection(db, contactId, ["CONNECTED"], { connectionStatus: "INVITED", connectedOn: null });
  } else {
    await moveConnection(db, contactId, invitable, { connectionStatus: "INVITED" });
  }
  return contactId;
}

/** Somebody invited the owner. Who is connected already has nothing to ask. */
export async function receiveInvitation(
  db: OwnerDb,
  contactId: string,
  message: string | null,
  now = new Date(),
  id = newOperationKey(),
): Promise<string> {
  const open = await db.invitation.findFirst({
    where: { ownerId: db.owner, contactId, direction: "INCOMING", status: { in: ["RECEIVED", "ASKED"] } },
    select: { id: true },
  });
  if (open) throw new Refusal("alreadyReceived");
  await requireMove(db, contactId, invitable, { connectionStatus: "RECEIVED" });
  await db.invitation.create({
    data: { ownerId: db.owner, id, contactId, direction: "INCOMING", status: "RECEIVED", note: message, sentAt: now },
    select: { id: true },
  });
  return id;
}

/** An import may have found the connection first: then its day stands. */
async function connect(db: OwnerDb, contactId: string, today: string) {
  await moveConnection(db, contactId, ["NONE", "INVITED", "RECEIVED", "REMOVED"], {
    connectionStatus: "CONNECTED",
    connectedOn: new Date(today),
  });
}

async function release(db: OwnerDb, contactId: string) {
  await moveConnection(db, contactId, ["INVITED"], { connectionStatus: await statusWithoutInvitation(db, contactId) });
}

async function findDraft(db: OwnerDb, contactId: string) {
  return db.invitation.findFirst({
    where: { ownerId: db.owner, contactId, direction: "OUTGOING", status: "DRAFT" },
    orderBy: { createdAt: "desc" },
    select: { id: true, note: true },
  });
}

/** Writes into the contact's draft, or into a new one. */
async function writeDraft(
  db: OwnerDb,
  contactId: string,
  data: { note: string | null; template: string | null; status?: "SENT"; sentAt?: Date } & Partial<typeof nothingSent>,
): Promise<string> {
  // One draft a contact, also when the same note is sent twice at once: the second waits here for the first.
  await db.$queryRaw`
    select from contact where owner_id = ${db.owner}::uuid and id = ${contactId}::uuid for no key update`;
  const draft = await findDraft(db, contactId);
  if (draft) {
    await db.invitation.update({ where: { ownerId_id: { ownerId: db.owner, id: draft.id } }, data });
    return draft.id;
  }
  const { id } = await db.invitation.create({
    data: { ownerId: db.owner, contactId, direction: "OUTGOING", status: "DRAFT", ...data },
    select: { id: true },
  });
  return id;
}

async function findInvitation(db: OwnerDb, id: string) {
  const invitation = await db.invitation.findFirst({
    where: { ownerId: db.owner, id },
    select: { contactId: true, status: true },
  });
  if (!invitation) throw new Refusal("notFound");
  return invitation;
}

/** Moves an invitation on if it still is in one of `from`, so that two tabs can't answer it twice. */
async function moveInvitation(
  db: OwnerDb,
  id: string,
  from: InvitationStatus[],
  to: { status: InvitationStatus; sentAt?: Date | null; answeredAt?: Date | null } & Partial<typeof nothingSent>,
): Promise<string> {
  const { contactId } = await findInvitation(db, id);
  const { count } = await db.invitation.updateMany({
    where: { ownerId: db.owner, id, direction: "OUTGOING", status: { in: from } },
    data: to,
  });
  if (count !== 1) throw new Refusal("changedElsewhere");
  return contactId;
}
