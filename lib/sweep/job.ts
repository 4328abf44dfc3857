// What is over is deleted: nobody can use it any more, but it says who was here when. May run anywhere, at any time, and
// more than once.
import "server-only";
import { listOwners } from "@/lib/account/owners/data";
import { sweepLinks } from "@/lib/account/reset/data";
import { sweepSessions } from "@/lib/account/sessions/data";
import { sweepTries } from "@/lib/account/throttle/data";
import { emptyExpiredTrash } from "@/lib/contacts/trash/data";
import { asOwner } from "@/lib/db";
import { log } from "@/lib/log";

const timeoutMs = 60_000;

export async function sweep(): Promise<void> {
  const [sessions, links, tries] = [await sweepSessions(), await sweepLinks(), await sweepTries()];
  let contacts = 0;
  for await (const owner of listOwners()) {
    try {
      for (let gone = 1; gone > 0; contacts += gone) gone = await asOwner(owner, emptyExpiredTrash, { timeoutMs });
    } catch (error) {
      log.error("sweep.trash", error, { owner }); // tomorrow's turn; the others have theirs today
    }
  }
  log.info("sweep", { sessions, links, tries, contacts });
}
