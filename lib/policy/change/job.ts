// The background half of a change of policy: the row and every standing made with it in one transaction, so a reader
// sees all of the old or all of the new, and a server killed half-way leaves the old. The bar moves through a second
// connection.
import "server-only";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { log } from "@/lib/log";
import { newReference } from "@/lib/operations/request-id";
import { leaveStandings, lockPolicy, lockStandings, writePolicy } from "../row/data";
import { endChange, failChange, getChange, listContactIds, refreshStandings, reportProgress } from "./data";

const longestMs = 15 * 60_000;
/** Each a little more than a tenth of the contacts: from there on refresh_standing reads everything once. */
const steps = 9;

/** Another change took this one's place, or the owner wants none any more. */
class NoLongerWanted extends Error {}

type Bar = (done: number) => Promise<boolean>;

/** Makes the change that the owner asked for. May be called again at any time: what is made stays made. */
export async function runPolicyChange(owner: OwnerId, id: string): Promise<void> {
  await asOwner(owner, lockPolicy); // the job is there a moment before the transaction that asked for it has ended
  const bar: Bar = (done) => asOwner(owner, (db) => reportProgress(db, id, done));
  try {
    // Without a retry: the bar would run backwards, and a collision says so like any failure.
    await asOwner(owner, (db) => make(db, id, bar), { timeoutMs: longestMs, tries: 1 });
  } catch (error) {
    if (error instanceof NoLongerWanted) return;
    const reference = newReference();
    log.error("policy.failed", error, { change: id, reference });
    await asOwner(owner, (db) => failChange(db, id, reference));
  }
}

async function make(db: OwnerDb, id: string, bar: Bar): Promise<void> {
  await lockStandings(db, { patient: true });
  const change = await getChange(db);
  if (change?.id !== id || change.state === "FAILED") return;
  await leaveStandings(db);
  await writePolicy(db, change.proposed, change.version);
  const contactIds = await listContactIds(db);
  const step = Math.max(1, Math.ceil(contactIds.length / steps));
  for (let done = 0; done < contactIds.length; done += step) {
    if (!(await bar(done))) throw new NoLongerWanted();
    await refreshStandings(db, contactIds.slice(done, done + step));
  }
  if (!(await endChange(db, id))) throw new NoLongerWanted();
}
