import "server-only";
import type { OwnerDb } from "@/lib/db";
import { sendJob } from "@/lib/jobs";

/** Asks for a look at whoever is new or changed. It begins when this transaction has ended. */
export async function askForLook(db: OwnerDb): Promise<void> {
  await db.$queryRaw`select pg_advisory_xact_lock_shared(hashtextextended(${`look asked for by ${db.owner}`}, 0))::text`;
  await sendJob("duplicates", { owner: db.owner });
}

/** Waits for whoever is just asking: what they write is not to be seen before. */
export async function awaitWhoAsks(db: OwnerDb): Promise<void> {
  await db.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`look asked for by ${db.owner}`}, 0))::text`;
}
