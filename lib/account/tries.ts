import "server-only";
import type { SignInDb } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { type Patience, rememberMs, waitLeft, withAccount } from "./throttle";
import { hashToken } from "./token";

/**
 * Counts a try under `key` ("account:<e-mail>"), before what was tried is looked at, so that parallel guesses are counted
 * too. Throws the Refusal `waitSeconds`, or `wait` with minutes, after too many wrong ones; such a try isn't counted.
 */
export async function countTry(db: SignInDb, key: string, patience: Patience = withAccount): Promise<void> {
  const keyHash = hashToken(key);
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

/** The try was right. What others failed at under the same key stays counted. */
export async function uncountTry(db: SignInDb, key: string): Promise<void> {
  await db.signInFailure.updateMany({
    where: { keyHash: hashToken(key), failures: { gt: 0 } },
    data: { failures: { decrement: 1 } },
  });
}

/** The try was right: those before it are forgotten. */
export async function forgetTries(db: SignInDb, key: string): Promise<void> {
  await db.signInFailure.deleteMany({ where: { keyHash: hashToken(key) } });
}
