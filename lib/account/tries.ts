import "server-only";
import type { SignInDb } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { waitLeft } from "./throttle";
import { hashToken } from "./token";

/**
 * Counts a try under `key` ("account:<e-mail>"), before what was tried is looked at, so that parallel guesses are counted
 * too. Throws the Refusal `wait` with the minutes left after too many wrong ones.
 */
export async function countTry(db: SignInDb, key: string): Promise<void> {
  const keyHash = hashToken(key);
  const now = new Date();
  const failure = await db.signInFailure.findUnique({ where: { keyHash } });
  const left = failure ? waitLeft(failure.failures, failure.lastAt, now) : 0;
  if (left > 0) throw new Refusal("wait", undefined, { minutes: Math.ceil(left / 60_000) });
  await db.signInFailure.upsert({
    where: { keyHash },
    create: { keyHash, failures: 1, lastAt: now },
    update: { failures: { increment: 1 }, lastAt: now },
  });
}

/** The try was right: those before it are forgotten. */
export async function forgetTries(db: SignInDb, key: string): Promise<void> {
  await db.signInFailure.deleteMany({ where: { keyHash: hashToken(key) } });
}
