// Chunks on their way into the database: many to a transaction, since each costs more than a chunk does, but none is
// held open for bytes that are still on their way.
import { setTimeout as after } from "node:timers/promises";
import { ahead } from "@/lib/ahead";
import type { OwnerDb } from "@/lib/db";
import type { Chunk } from "./chunks";

/** A transaction takes what is read within this time, and waits so long for more. */
const longestMs = 2_000;
const soonMs = 20;

type Write = (work: (db: OwnerDb) => Promise<void>) => Promise<void>;

/** Reads the next chunk while the last one is written; answers with how many items there were. `write` tries once. */
export async function writeChunks(
  chunks: AsyncGenerator<Chunk>,
  write: Write,
  stage: (db: OwnerDb, json: string) => Promise<void>,
): Promise<number> {
  let count = 0;
  let next: IteratorResult<Chunk> = await chunks.next();
  while (!next.done) {
    let following: Promise<IteratorResult<Chunk>> = Promise.resolve(next);
    try {
      await write(async (db) => {
        const end = performance.now() + longestMs;
        for (let chunk: IteratorResult<Chunk> | undefined = next; chunk && !chunk.done; ) {
          count += chunk.value.count;
          following = ahead(chunks.next());
          await stage(db, chunk.value.json);
          chunk = performance.now() < end ? await soon(following) : undefined;
        }
      });
    } finally {
      await following.catch(() => undefined); // nothing is being read any more where this throws
    }
    next = await following;
  }
  return count;
}

/** What is promised, or undefined where it takes its time. */
async function soon<T>(promised: Promise<T>): Promise<T | undefined> {
  const answered = new AbortController();
  try {
    return await Promise.race([promised, after(soonMs, undefined, { signal: answered.signal })]);
  } finally {
    answered.abort();
  }
}
