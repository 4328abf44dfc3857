import "server-only";
import type { OwnerDb } from "@/lib/db";
import { sendJob } from "@/lib/jobs";

/** Asks for a look at whoever is new or changed, once this transaction has ended. */
export async function askForLook(db: OwnerDb): Promise<void> {
  await sendJob("duplicates", { owner: db.owner });
}
