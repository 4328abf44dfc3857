import "server-only";
import { moveConnection, statusWithoutInvitation } from "@/lib/connections/data";
import { createContact } from "@/lib/contacts/data";
import { contactMeant } from "@/lib/contacts/existing/data";
import type { OwnerDb, OwnerSql } from "@/lib/db";
import { addAddress } from "@/lib/ready/data";
import { Refusal } from "@/lib/refusal";
import type { ConnectionStatus, InvitationStatus } from "@/prisma/generated/client";
import { receiveInvitation } from "../data";
import { unfilledFields } from "../note";
import { guessName } from "./pasted";
import type { AddIncoming, IncomingAnswer } from "./schema";

/**
 * An invitation that was typed in; answers with its id, and whether its sender is new. An address tells who it is from; one
 * that isn't known yet belongs to the contact chosen, else to somebody new, whatever they are called: a name alone proves
 * nothing. Refuses `linkedInTaken` where the address is another contact's than the one named.
 */
export async function addIncoming(
  db: OwnerDb,
  { id, pasted: { slug, message }, contactId, name }: AddIncoming,
): Promise<{ id: string; isNew: boolean }> {
  if (await wasReceived(db, id)) return { id, isNew: false };
  const at = new Date();
  const holder = slug ? await holderOf(db, slug) : null;
  const typed = slug && name === guessName(slug) ? null : name;
  if (holder) {
    const isOther = contactId
      ? contactId !== holder.id
      : typed && typed.toLowerCase() !== holder.fullName.toLowerCase();
    if (isOther || holder.deletedAt) {
      throw new Refusal(
        holder.deletedAt ? "linkedInInTrash" : "linkedInTaken",
        "pasted",
        { name: holder.fullName },
        {
          href: `/contacts/${holder.id}`,
          label: holder.fullName,
        },
      );
    }
    return { id: await receiveInvitation(db, holder.id, message, at, id), isNew: false };
  }
  const known = contactId || !slug ? await contactMeant(db, { contactId: contactId || null, name: typed }) : null;
  if (known && slug) await addAddress(db, known, slug);
  const from =
    known ??
    (await createContact(db, {
      fullName: typed ?? (guessName(slug ?? "") || (slug ?? "")),
      linkedIn: slug ? [slug] : [],
    }));
  return { id: await receiveInvitation(db, from, message, at, id), isNew: !known };
}

/** Whether the same form came before. A second sender waits until the first has committed. */
async function wasReceived(db: OwnerDb, id: string): Promise<boolean> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`invitation ${id} of ${db.owner}`}, 0))`;
  return (await db.invitation.count({ where: { ownerId: db.owner, id } })) > 0;
}

async function holderOf(db: OwnerDb, slug: string) {
  const alias = await db.linkedinAlias.findUnique({
    where: { ownerId_slug: { ownerId: db.owner, slug } },
    select: { contact: { select: { id: true, fullName: true, deletedAt: true } } },
  });
  return alias?.contact ?? null;
}

/**
 * The owner's answer on LinkedIn, which ends an open invitation: accepted, they are connected since `today`; declined or
 * ignored, the contact is where it was without the invitation. What it replaces is kept for undoAnswer. Refuses
 * `changedElsewhere` where it is answered already.
 */
export async function answerIncoming(
  db: OwnerDb,
  id: string,
  answer: IncomingAnswer,
  { reason, today, now = new Date() }: { reason: string | null; today: string; now?: Date },
): Promise<void> {
  const [moved] = await db.$queryRaw<{ contactId: string }[]>`
    update invitation v
    set status = ${answer}::invitation_status, answered_at = ${now}, reason = coalesce(${answer === "DECLINED" ? reason : null}, v.reason),
      before_status = v.status, before_connection = c.connection_status, before_connected_on = c.connected_on,
      updated_at = now()
    from contact c
    where v.owner_id = ${db.owner}::uuid and v.id = ${id}::uuid and v.direction = 'INCOMING'
      and v.status in ('RECEIVED', 'ASKED')
      and c.owner_id = v.owner_id and c.id = v.contact_id and c.deleted_at is null
    returning v.contact_id as "contactId"`;
  if (!moved) throw await refusalFor(db, id);
  const { contactId } = moved;
  if (answer === "ACCEPTED") {
    await moveConnection(db, contactId, ["NONE", "INVITED", "RECEIVED", "REMOVED"], {
      connectionStatus: "CONNECTED",
      connectedOn: new Date(today),
    });
  } else {
    await moveConnection(db, contactId, ["RECEIVED"], {
      connectionStatus: await statusWithoutInvitation(db, contactId),
    });
  }
}

/** Asked before answering: the invitation waits for what they say. Refuses a question that has an empty field in it. */
export async function askFirst(db: OwnerDb, id: string, question: string, now = new Date()): Promise<void> {
  const unfilled = unfilledFields(question);
  if (unfilled.length > 0) throw new Refusal("unfilled", "question", { fields: unfilled.join(", ") });
  await change(db, id, ["RECEIVED"], { status: "ASKED", question, askedAt: now });
}

/** What they said to the question. Corrected later, it keeps its day. */
export async function noteReply(db: OwnerDb, id: string, reply: string, now = new Date()): Promise<void> {
  const invitation = await find(db, id);
  await change(db, id, ["ASKED"], { reply, repliedAt: invitation.repliedAt ?? now });
}

/** Takes an answer back: the invitation and the contact are as they were before it. */
export async function undoAnswer(db: OwnerDb, id: string): Promise<void> {
  const { contactId, status, askedAt, beforeStatus, beforeConnection, beforeConnectedOn } = await find(db, id);
  await change(db, id, ["ACCEPTED", "DECLINED", "IGNORED"], {
    status: beforeStatus ?? (askedAt ? "ASKED" : "RECEIVED"),
    answeredAt: null,
    ...(status === "DECLINED" && { reason: null }),
    beforeStatus: null,
    beforeConnection: null,
    beforeConnectedOn: null,
  });
  // Only from where the answer led: whatever happened to the connection since stays.
  const after: ConnectionStatus[] = status === "ACCEPTED" ? ["CONNECTED"] : ["NONE", "REMOVED"];
  await moveConnection(db, contactId, after, {
    connectionStatus: beforeConnection ?? "RECEIVED",
    ...(status === "ACCEPTED" && { connectedOn: beforeConnectedOn }),
  });
}

export async function undoQuestion(db: OwnerDb, id: string): Promise<void> {
  await change(db, id, ["ASKED"], { status: "RECEIVED", question: null, askedAt: null, reply: null, repliedAt: null });
}

/** Takes a reply back, or its correction: then it is `reply` again. */
export async function undoReply(db: OwnerDb, id: string, reply: string | null): Promise<void> {
  await change(db, id, ["ASKED"], { reply, ...(reply === null && { repliedAt: null }) });
}

/** The owner's wording of the question, or null. */
export async function getWording(db: OwnerSql): Promise<string | null> {
  const [set] = await db.$queryRaw<{ question: string | null }[]>`
    select question from desk_setting where owner_id = ${db.owner}::uuid`;
  return set?.question ?? null;
}

/** Makes it the owner's for the next ones; null: as Vouch puts it. */
export async function saveWording(db: OwnerDb, question: string | null): Promise<void> {
  await db.deskSetting.upsert({
    where: { ownerId: db.owner },
    create: { ownerId: db.owner, question },
    update: { question },
  });
}

/** Reasons given lately, each once, the latest first. */
export async function listReasons(db: OwnerSql, limit = 8): Promise<string[]> {
  const rows = await db.$queryRaw<{ reason: string }[]>`
    select reason
    from (
      select v.reason, v.updated_at from invitation v
      where v.owner_id = ${db.owner}::uuid and v.direction = 'INCOMING' and v.status = 'DECLINED' and v.reason is not null
      order by v.updated_at desc limit 200
    ) lately
    group by reason order by max(updated_at) desc limit ${limit}::int`;
  return rows.map(({ reason }) => reason);
}

/** Whom the question goes to. */
export async function askedOf(db: OwnerDb, id: string): Promise<{ fullName: string }> {
  const found = await db.invitation.findFirst({
    where: { ownerId: db.owner, id, direction: "INCOMING", contact: { deletedAt: null } },
    select: { contact: { select: { fullName: true } } },
  });
  if (!found) throw new Refusal("notFound");
  return found.contact;
}

async function find(db: OwnerDb, id: string) {
  const invitation = await db.invitation.findFirst({ where: { ownerId: db.owner, id, direction: "INCOMING" } });
  if (!invitation) throw new Refusal("notFound");
  return invitation;
}

async function refusalFor(db: OwnerDb, id: string): Promise<Refusal> {
  const { status, contactId } = await find(db, id);
  const contact = await db.contact.findFirst({
    where: { ownerId: db.owner, id: contactId, deletedAt: null },
    select: { id: true },
  });
  const isOpen = status === "RECEIVED" || status === "ASKED";
  return new Refusal(contact && !isOpen ? "changedElsewhere" : "notFound");
}

type Change = NonNullable<Parameters<OwnerDb["invitation"]["updateMany"]>[0]["data"]>;

/** Writes if the invitation still is in one of `from`, so that two tabs can't answer it twice. */
async function change(db: OwnerDb, id: string, from: InvitationStatus[], data: Change): Promise<void> {
  const { count } = await db.invitation.updateMany({
    where: { ownerId: db.owner, id, direction: "INCOMING", status: { in: from } },
    data,
  });
  if (count === 1) return;
  await find(db, id);
  throw new Refusal("changedElsewhere");
}
