// Asks every minute whether anybody's digest is due. Two servers may ask at once: a day is claimed by one of them.
import "server-only";
import { sendJob } from "@/lib/jobs";
import { log } from "@/lib/log";
import { mailSender } from "@/lib/mail/send";
import { listDueDigests } from "./schedule/data";

const everyMs = 60_000;

// One a process, also when `next dev` loads this module anew.
const held = globalThis as { vouchDigestClock?: NodeJS.Timeout };

/** Without a mail server it never asks. */
export function startDigestClock(): void {
  if (!mailSender() || held.vouchDigestClock) return;
  held.vouchDigestClock = setInterval(() => void askOnce(), everyMs).unref();
  void askOnce();
}

async function askOnce(): Promise<void> {
  try {
    if ((await listDueDigests(1)).length > 0) await sendJob("digest", {});
  } catch (error) {
    log.error("digest.clock", error); // the database is away: asked again in a minute
  }
}
