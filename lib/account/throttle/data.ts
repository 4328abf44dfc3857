import "server-only";
import { beforeSignIn, type SignInDb } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { type Patience, rememberMs, waitLeft, withAccount, withAddress } from "../throttle";
import { hashToken } from "../token";

/** Where a try comes from, as far as that is known: the address, and a browser that signed in to the account before. */
export type From = { address: string | null; browser: string | null };
export const nowhere: From = { address: null, browser: null };

/** Whose password is tried, and from where. */
export type Try = From & { email: string };

/**
 * Counts a try before it is known to fail, so that those made at the same time are counted too. Throws the Refusal
 * `waitSeconds` or `wait` (in minutes) where the account or the address has to wait; such a try isn't counted.
 */
export async function countTry(db: SignInDb, tried: Try): Promise<void> {
  // In this order always: two that hold one each would wait for one another.
  await count(db, guesserKey(tried), withAccount);
  if (tried.address !== null) await count(db, addressKey(tried.address), withAddress);
}

/** The try didn't fail. What others failed at from the same address stays counted. */
export async function uncountTry(db: SignInDb, tried: Try): Promise<void> {
  await db.signInFailure.deleteMany({ where: { keyHash: guesserKey(tried) } });
  if (tried.address === null) return;
  await db.signInFailure.updateMany({
    where: { keyHash: addressKey(tried.address), failures: { gt: 0 } },
    data: { failures: { decrement: 1 } },
  });
}

/** Whoever has a new password needn't wait for what was tried on the old one. */
export async function forgetTries(db: SignInDb, email: string): Promise<void> {
  await db.signInFailure.deleteMany({ where: { keyHash: accountKey(email) } });
}

/** Deletes what is too long ago to count; answers with how many. */
export async function sweepTries(): Promise<number> {
  const { count } = await beforeSignIn((db) =>
    db.signInFailure.deleteMany({ where: { lastAt: { lt: new Date(Date.now() - rememberMs) } } }),
  );
  return count;
}

async function count(db: SignInDb, keyHash: Uint8Array<ArrayBuffer>, patience: Patience): Promise<void> {
  // Adding nothing holds the row until the transaction ends: who tries at the same time reads what this one counted.
  const { failures, lastAt } = await db.signInFailure.upsert({
    where: { keyHash },
    create: { keyHash },
    update: { failures: { increment: 0 } },
  });
  const now = new Date();
  const isForgotten = now.getTime() - lastAt.getTime() > rememberMs;
  const left = isForgotten ? 0 : waitLeft(failures, lastAt, now, patience);
  if (left > 60_000) throw new Refusal("wait", undefined, { minutes: Math.ceil(left / 60_000) });
  if (left > 0) throw new Refusal("waitSeconds", undefined, { seconds: Math.ceil(left / 1_000) });
  await db.signInFailure.update({
    where: { keyHash },
    data: { failures: isForgotten ? 1 : { increment: 1 }, lastAt: now },
  });
}

/** A known browser is counted by itself, all others together: their guessing doesn't keep out who was in before. */
const guesserKey = ({ email, browser }: Try) => (browser ? hashToken(`browser:${browser}`) : accountKey(email));
const accountKey = (email: string) => hashToken(`account:${email}`);
const addressKey = (address: string) => hashToken(`address:${address}`);
