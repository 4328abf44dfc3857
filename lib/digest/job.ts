// Sends what is due. Which day has had its mail is kept by the database (schedule/data.ts), so this may run anywhere, at
// any time, and more than once.
import "server-only";
import { noteEvent } from "@/lib/audit/data";
import { asOwner, type OwnerId } from "@/lib/db";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { type MailFailure, mailSender, NotSent, type Sender, sendMail } from "@/lib/mail/send";
import { giveWay } from "@/lib/operations/give-way";
import { readDigest } from "./content/data";
import { getDigestSetting } from "./data";
import { claimDigest, getReader, listDueDigests, noteFailed, noteSent } from "./schedule/data";
import { unsubscribeLink } from "./unsubscribe";
import { writeDigest } from "./write";

/** 5, 10, 20, … minutes: five hours in all; then the next day's turn. */
const firstWaitMinutes = 5;
const mostTries = 6;
const atOnce = 5;

/** All that is due now, a few at a time. */
export async function sendDueDigests(sender = mailSender()): Promise<void> {
  if (!sender) return;
  for (;;) {
    const owners = await listDueDigests(atOnce);
    if (owners.length === 0) return;
    await Promise.all(owners.map((owner) => sendDueDigest(owner, sender)));
  }
}

/** The owner's digest of today, unless another server has it. */
export async function sendDueDigest(owner: OwnerId, sender: Sender): Promise<void> {
  const claimed = await asOwner(owner, claimDigest);
  if (!claimed) return;
  const failure = await trySending(owner, sender, { evenNothing: false });
  if (!failure) return;
  const tries = claimed.tries + 1;
  const again = failure.mayBeTriedAgain && tries < mostTries;
  await noteFailed(
    owner,
    failure.failure,
    again ? { tries, inMinutes: firstWaitMinutes * 2 ** (tries - 1) } : undefined,
  );
}

/** One now, whatever was sent today, and even if there is nothing to say. Answers with why it couldn't be sent. */
export async function sendDigestNow(owner: OwnerId, sender: Sender): Promise<MailFailure | null> {
  const failure = await trySending(owner, sender, { evenNothing: true });
  if (failure) await noteFailed(owner, failure.failure);
  return failure?.failure ?? null;
}

let last: Promise<unknown> = Promise.resolve();

/** One digest is read at a time, however many are on their way to the mail server: pages are answered meanwhile. */
function inTurn<T>(read: () => Promise<T>): Promise<T> {
  const turn = last.then(giveWay).then(read);
  last = turn.catch(() => undefined); // thrown where it is awaited
  return turn;
}

async function trySending(
  owner: OwnerId,
  sender: Sender,
  { evenNothing }: { evenNothing: boolean },
): Promise<NotSent | null> {
  const reader = await getReader(owner);
  const content = await inTurn(() =>
    asOwner(owner, async (db) => readDigest(db, (await getDigestSetting(db)).parts, reader.timeZone), {
      snapshot: true,
    }),
  );
  if (!evenNothing && Object.keys(content).length === 0) return null;
  try {
    const links = { home: env().VOUCH_URL, stop: unsubscribeLink(owner) };
    await sendMail(sender, writeDigest(content, reader, links));
  } catch (error) {
    if (!(error instanceof NotSent)) throw error;
    log.error("digest.send", error.cause, { owner, failure: error.failure });
    return error;
  }
  await noteSent(owner);
  await asOwner(owner, (db) => noteEvent(db, "digest.sent", "digest_setting", [owner]));
  log.info("digest.sent", { owner });
  return null;
}
