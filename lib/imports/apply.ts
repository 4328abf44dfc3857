// Writes what was decided: first people, then what happened with them.
import "server-only";
import type { OwnerDb } from "../db";
import { applyEvents } from "./calendar/data";
import { applyConnections } from "./connections/data";
import { applyMissing } from "./connections/missing/data";
import { applyContacts } from "./contacts/data";
import { filesByKind } from "./files/data";
import { applyInvitations } from "./invitations/data";
import { applyMessages } from "./messages/data";
import { applyNotes } from "./notes/data";
import { insertPeople } from "./people/data";
import { applyRecommendations } from "./recommendations/data";

/** `progress` hears the share that is done, 0 to 1; it throws where the owner asked to stop. */
export async function apply(db: OwnerDb, batchId: string, progress: (share: number) => Promise<void>): Promise<void> {
  const files = await filesByKind(db, batchId);
  if (files.CONNECTIONS.length > 0) {
    await applyConnections(db, batchId, files.CONNECTIONS);
    await applyMissing(db, batchId);
  }
  await progress(0.2);
  if (files.CONTACTS.length > 0) await applyContacts(db, batchId, files.CONTACTS);
  await insertPeople(db, batchId);
  await progress(0.3);
  if (files.INVITATIONS.length > 0) await applyInvitations(db, batchId, files.INVITATIONS);
  if (files.NOTES.length > 0) await applyNotes(db, batchId, files.NOTES);
  const recommendations = [...files.RECOMMENDATIONS_GIVEN, ...files.RECOMMENDATIONS_RECEIVED];
  if (recommendations.length > 0) await applyRecommendations(db, batchId, recommendations);
  await progress(0.4);
  if (files.EVENTS.length > 0) await applyEvents(db, batchId, files.EVENTS);
  if (files.MESSAGES.length > 0) {
    await applyMessages(db, batchId, files.MESSAGES, (share) => progress(0.4 + 0.6 * share));
  }
}
