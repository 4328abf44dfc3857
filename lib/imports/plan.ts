// What an import would do, decided by the database as it stands now: for the preview, and once more when it runs.
import "server-only";
import type { OwnerDb } from "../db";
import { leaveOutListed, leaveOutNamed } from "../privacy/left-out/data";
import { decideEvents } from "./calendar/data";
import { decideConnections } from "./connections/data";
import { decideMissing } from "./connections/missing/data";
import { decideContacts } from "./contacts/data";
import { countOutcomes, filesByKind } from "./files/data";
import { decideInvitations } from "./invitations/data";
import { type FilesByKind, importKinds } from "./kinds";
import { decideMessages } from "./messages/data";
import { decideNotes } from "./notes/data";
import { decidePeople } from "./people/data";
import { decideRecommendations } from "./recommendations/data";
import { planForMany } from "./run/data";

/** Decides every row of an import, those who others depend on first; `countOutcomes` afterwards. */
export async function decide(db: OwnerDb, batchId: string): Promise<void> {
  await decideFiles(db, batchId, await filesByKind(db, batchId));
}

/** `named`: by when everyone the files name is there, who may still be on their way while lists are decided. */
async function decideFiles(db: OwnerDb, batchId: string, files: FilesByKind, named?: Promise<unknown>): Promise<void> {
  await planForMany(db, named ? ["import_person"] : []);
  await leaveOutListed(db, batchId);
  if (files.CONNECTIONS.length > 0) {
    await decideConnections(db, batchId, files.CONNECTIONS);
    await decideMissing(db, batchId, files.CONNECTIONS);
  }
  if (files.CONTACTS.length > 0) await decideContacts(db, batchId, files.CONTACTS);
  if (named) {
    await named;
    await planForMany(db);
  }
  if ([...files.MESSAGES, ...files.EVENTS, ...files.INVITATIONS, ...files.NOTES].length > 0) {
    await leaveOutNamed(db, batchId);
    const who = await decidePeople(db, batchId);
    if (files.INVITATIONS.length > 0) await decideInvitations(db, batchId, files.INVITATIONS);
    if (files.NOTES.length > 0) await decideNotes(db, batchId, files.NOTES);
    if (files.MESSAGES.length > 0) await decideMessages(db, batchId, files.MESSAGES, who.self);
    if (files.EVENTS.length > 0) await decideEvents(db, batchId, files.EVENTS, who);
  }
  const recommendations = [...files.RECOMMENDATIONS_GIVEN, ...files.RECOMMENDATIONS_RECEIVED];
  if (recommendations.length > 0) await decideRecommendations(db, batchId, recommendations);
}

/** Decides and counts, for a preview. Where people are still being staged, `named` ends with that. */
export async function plan(db: OwnerDb, batchId: string, named?: Promise<unknown>): Promise<void> {
  await decideFiles(db, batchId, await filesByKind(db, batchId), named);
  await countOutcomes(db, batchId);
}

/** The same for one file, after the owner's word on one of its rows. What that means for the others, the run decides. */
export async function replan(db: OwnerDb, batchId: string, file: number): Promise<void> {
  const files = await filesByKind(db, batchId);
  for (const kind of importKinds) if (!files[kind].includes(file)) files[kind] = [];
  await decideFiles(db, batchId, files);
  await countOutcomes(db, batchId);
}

/** Plans every preview anew that waits for the owner. */
export async function planWaiting(db: OwnerDb): Promise<void> {
  const waiting = await db.importBatch.findMany({ where: { state: "PREVIEW" }, select: { id: true } });
  for (const { id } of waiting) await plan(db, id);
}
