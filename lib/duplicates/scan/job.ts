// The background half: small steps, each in a transaction of its own, that hold nobody up. What a killed server left
// undone is still in the queue.
import "server-only";
import { asOwner, type OwnerId } from "@/lib/db";
import { lockScan, makeTraits, pairReady } from "./data";

/** Contacts a step: more would be noticed by who asks for a page meanwhile. */
const step = 500;
const longestMs = 5 * 60_000;

/** Looks at everybody in the owner's queue. May be called at any time. */
export async function lookForDuplicates(owner: OwnerId): Promise<void> {
  let after: string | null = null;
  do {
    const from: string | null = after;
    after = await asOwner(owner, async (db) => ((await lockScan(db)) ? makeTraits(db, from, step) : null));
  } while (after !== null);
  await asOwner(
    owner,
    async (db) => {
      if (await lockScan(db)) await pairReady(db);
    },
    { timeoutMs: longestMs },
  );
}
