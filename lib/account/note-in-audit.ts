import "server-only";
import { noteEvent } from "@/lib/audit/data";
import { asOwner, type OwnerId } from "@/lib/db";
import { log } from "@/lib/log";

/**
 * What is done already, by somebody who wasn't known before it was: in a transaction of its own. Never throws: where the line
 * can't be written what was done is done, and the server's log says so. Ids only.
 */
export async function noteInAudit(owner: OwnerId, action: string, entity: string, ids: string[]): Promise<void> {
  const noting = asOwner(owner, (db) => noteEvent(db, action, entity, ids));
  await noting.catch((error) => log.error(action, error, { owner }));
}
