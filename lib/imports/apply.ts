// Writes what was decided: first people, then what happened with them.
import "server-only";
import type { OwnerDb } from "../db";
import { derive, planAnew, restDerived } from "../derived/data";
import { applyEvents } from "./calendar/data";
import { applyConnections } from "./connections/data";
import { applyMissing } from "./connections/missing/data";
import { applyContacts } from "./contacts/data";
import { keepDistinct } from "./distinct/data";
import { filesByKind } from "./files/data";
import { applyInvitations } from "./invitations/data";
import { applyMessages } from "./messages/data";
import { applyNotes } from "./notes/data";
import { insertPeople } from "./people/data";
import { applyRecommendations } from "./recommendations/data";
import { noteTouched, touchedBy } from "./touched/data";

/** `bar` hears the share that is done, 0 to 1; it throws where the owner asked to stop. */
export async function apply(db: OwnerDb, batchId: string, bar: (share: number) => Promise<void>): Promise<void> {
  const files = await filesByKind(db, batchId);
  const progress = async (share: number) => {
    await planAnew(db); // tables that were empty a moment ago are full now
    await bar(share);
  };
  await restDerived(db);
  if (files.CONNECTIONS.length > 0) {
    await applyConnections(db, batchId, files.CONNECTIONS);
    await applyMissing(db, batchId);
  }
  await progress(0.15);
  if (files.CONTACTS.length > 0) await applyContacts(db, batchId, files.CONTACTS);
  await insertPeople(db, batchId);
  await progress(0.2);
  if (files.INVITATIONS.length > 0) await applyInvitations(db, batchId, files.INVITATIONS);
  if (files.NOTES.length > 0) await applyNotes(db, batchId, files.NOTES);
  const recommendations = [...files.RECOMMENDATIONS_GIVEN, ...files.RECOMMENDATIONS_RECEIVED];
  if (recommendations.length > 0) await applyRecommendations(db, batchId, recommendations);
  await progress(0.25);
  if (files.EVENTS.length > 0) await applyEvents(db, batchId, files.EVENTS);
  if (files.MESSAGES.length > 0) {
    await applyMessages(db, batchId, files.MESSAGES, (share) => progress(0.25 + 0.45 * share));
  }
  await keepDistinct(db, batchId);
  await noteTouched(db, batchId);
  await derive(db, touchedBy(db, batchId), (share) => progress(0.7 + 0.3 * share));
}
