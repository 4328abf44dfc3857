// The background half of an import: everything in one transaction, so a reader sees all of it or nothing, and a server
// that is killed half-way leaves nothing to clean up. The bar moves, and a cancel is heard, through a second connection.
import "server-only";
import { asOwner, type OwnerDb, type OwnerId } from "../db";
import { log } from "../log";
import { newReference } from "../operations/request-id";
import { apply } from "./apply";
import { countOutcomes } from "./files/data";
import { decide, planWaiting } from "./plan";
import {
  awaitRequest,
  endCancelled,
  endRun,
  failRun,
  forgetTexts,
  lockForRun,
  planForMany,
  reportProgress,
} from "./run/data";
import { undoImport } from "./undo/data";

const longestMs = 15 * 60_000;

/** The owner asked to stop: what was written so far is rolled back. */
class Cancelled extends Error {}

/** Runs what the owner asked of this import, import or undo. May be called again at any time: what is done stays done. */
export async function runImport(owner: OwnerId, id: string): Promise<void> {
  await asOwner(owner, (db) => awaitRequest(db, id));
  try {
    // Without a retry: the bar would run backwards, and a collision says so like any failure.
    await asOwner(owner, (db) => run(db, id, barOf(owner, id)), { timeoutMs: longestMs, tries: 1 });
    await asOwner(owner, planWaiting, { timeoutMs: longestMs }); // what is new there may be known now
  } catch (error) {
    if (error instanceof Cancelled) return asOwner(owner, (db) => endCancelled(db, id));
    const reference = newReference();
    log.error("import.failed", error, { import: id, reference });
    await asOwner(owner, (db) => failRun(db, id, { code: "unexpected", reference }));
  }
}

async function run(db: OwnerDb, id: string, bar: Bar): Promise<void> {
  const state = await lockForRun(db, id);
  if (!state) return;
  if (state === "CANCELLING") throw new Cancelled();
  await planForMany(db);
  if (state === "UNDOING") {
    await undoImport(db, id);
    await endRun(db, id, "UNDONE");
    return;
  }
  await decide(db, id);
  await bar(0.1);
  await apply(db, id, (share) => bar(0.1 + 0.8 * share));
  await forgetTexts(db, id);
  await bar(0.95);
  await countOutcomes(db, id);
  if (!(await endRun(db, id, "DONE"))) throw new Cancelled();
}

type Bar = (share: number) => Promise<void>;

const barOf =
  (owner: OwnerId, id: string): Bar =>
  async (share) => {
    const isWanted = await asOwner(owner, (db) => reportProgress(db, id, share));
    if (!isWanted) throw new Cancelled();
  };
