import "server-only";
import type { OwnerDb } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import type { ConnectionStatus } from "./schema";

type Move = { connectionStatus: ConnectionStatus; connectedOn?: Date | null };

/**
 * Moves a contact between states of its LinkedIn connection, if it is in one of `from`; answers whether it was. Raises
 * the contact's version: a contact form open elsewhere has read the old state.
 */
export async function moveConnection(
  db: OwnerDb,
  contactId: string,
  from: readonly ConnectionStatus[],
  to: Move,
): Promise<boolean> {
  const { count } = await db.contact.updateMany({
    where: { ownerId: db.owner, id: contactId, deletedAt: null, connectionStatus: { in: [...from] } },
    data: { ...to, version: { increment: 1 } },
  });
  return count === 1;
}

/** The same, refused with how the contact stands instead where it isn't in one of `from`. */
export async function requireMove(
  db: OwnerDb,
  contactId: string,
  from: readonly ConnectionStatus[],
  to: Move,
): Promise<void> {
  if (await moveConnection(db, contactId, from, to)) return;
  const contact = await db.contact.findFirst({
    where: { ownerId: db.owner, id: contactId, deletedAt: null },
    select: { connectionStatus: true },
  });
  throw new Refusal(contact ? refusals[contact.connectionStatus] : "notFound");
}

const refusals: Record<ConnectionStatus, string> = {
  NONE: "changedElsewhere",
  RECEIVED: "changedElsewhere",
  REMOVED: "changedElsewhere",
  INVITED: "alreadyInvited",
  CONNECTED: "alreadyConnected",
};

/** Where a contact stands once an invitation has come to nothing: invited by them, connected once, or neither. */
export async function statusWithoutInvitation(db: OwnerDb, contactId: string): Promise<ConnectionStatus> {
  const contact = await db.contact.findFirst({
    where: { ownerId: db.owner, id: contactId },
    select: {
      connectedOn: true,
      invitations: {
        where: { direction: "INCOMING", status: { in: ["RECEIVED", "ASKED"] } },
        select: { id: true },
        take: 1,
      },
    },
  });
  if (contact?.invitations.length) return "RECEIVED";
  return contact?.connectedOn ? "REMOVED" : "NONE";
}
