// The background half of bringing everything back. It may be called again at any time: what is done stays done, and of
// what was not done nothing is there.
import "server-only";
import { asOwner, type OwnerId } from "@/lib/db";
import { log } from "@/lib/log";
import { newReference } from "@/lib/operations/request-id";
import { Refusal } from "@/lib/refusal";
import { restore } from "./restore";
import { endRestore, failRestore, reportPercent, takeUp } from "./run/data";
import { restoreFailure } from "./schema";
import { received } from "./upload";

/** Of the whole, in percent: reading and writing the rows. The rest is what is made of them. */
const readingPercent = 75;

export async function runRestore(owner: OwnerId, id: string): Promise<void> {
  const parts = await asOwner(owner, (db) => takeUp(db, id));
  if (parts === null) return;
  const bar = (percent: number) => asOwner(owner, (db) => reportPercent(db, id, Math.floor(percent)));
  const bytes = received(owner, id, parts, (n) => bar((readingPercent * (n - 1)) / parts));
  try {
    await restore(owner, bytes, {
      onDeriving: (share) => bar(readingPercent + (100 - readingPercent) * share),
      beforeEnd: (db, { contacts }) => endRestore(db, id, contacts),
    });
  } catch (error) {
    await asOwner(owner, (db) => failRestore(db, id, failureOf(error, id)));
  }
}

function failureOf(error: unknown, id: string) {
  if (error instanceof Refusal) return restoreFailure.parse({ restore: error.code, ...error.params });
  const reference = newReference();
  log.error("restore.failed", error, { restore: id, reference });
  return restoreFailure.parse({ restore: "unexpected", reference });
}
