import "server-only";
import { noteEvent } from "@/lib/audit/data";
import { asOwner, type OwnerId } from "@/lib/db";

/** What somebody did to their own account where no ownerAction is there to note it: before, or while, they sign in. Ids only. */
export async function noteInAudit(
  owner: OwnerId,
  action: string,
  entity: string,
  ids: string[] = [owner],
): Promise<void> {
  await asOwner(owner, (db) => noteEvent(db, action, entity, ids));
}
