// The background half: small steps, each in a transaction of its own, that hold nobody up. What a killed server left
// undone is still in the queue.
import "server-only";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { awaitWhoAsks } from "../look";
import { lockScan, makeTraits, pairReady } from "./data";

/** Contacts a step: more would be noticed by who asks for a page meanwhile. */
const step = 500;
const longestMs = 5 * 60_000;

/** Looks at everybody in the owner's queue. May be called at any time, also by several servers: one waits for the other. */
export async function lookForDuplicates(owner: OwnerId): Promise<void> {
  const locked = <T>(work: (db: OwnerDb) => Promise<T>) =>
    asOwner(
      owner,
      async (db) => {
        await lockScan(db);
        return work(db);
      },
      { timeoutMs: longestMs },
    );
  await asOwner(owner, awaitWhoAsks);
  let after: string | null = null;
  do {
    const from: string | null = after;
    after = await locked((db) => makeTraits(db, from, step));
  } while (after !== null);
  await locked(pairReady);
}
