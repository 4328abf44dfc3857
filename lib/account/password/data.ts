import "server-only";
import { noteEvent } from "@/lib/audit/data";
import { asOwner, beforeSignIn, type OwnerId, type SignInDb } from "@/lib/db";
import { log } from "@/lib/log";
import { Refusal } from "@/lib/refusal";
import { verifyPassword } from "../password";
import { countGuess, type Guess, guessedRight } from "../throttle/data";
import { newPasswordHash } from "./new-password";
import type { ChangePassword } from "./schema";

/** Somebody whose password was right when it was looked at. */
export type Proven = { userId: string; passwordHash: string };

/**
 * Whose password this is, or null: an unknown e-mail gets the same answer as a wrong password, after the same work.
 * Throws the Refusal `wait` or `waitSeconds` after too many wrong tries at the account, or from the address.
 */
export async function proveByPassword(guess: Guess, password: string): Promise<Proven | null> {
  const user = await beforeSignIn(async (db) => {
    await countGuess(db, guess);
    return db.appUser.findUnique({ where: { email: guess.email }, select: { id: true, passwordHash: true } });
  });
  const fits = await verifyPassword(user?.passwordHash ?? null, password);
  if (!fits || !user?.passwordHash) {
    if (user) noteFailedSignIn(user.id as OwnerId);
    return null;
  }
  await beforeSignIn((db) => guessedRight(db, guess));
  return { userId: user.id, passwordHash: user.passwordHash };
}

/** Nobody waits for it: an answer that took longer would tell that the account is there. */
function noteFailedSignIn(owner: OwnerId): void {
  asOwner(owner, (db) => noteEvent(db, "account.signInFailed", "app_user", [owner])).catch((error) =>
    log.error("account.signInFailed", error, { owner }),
  );
}

/**
 * Holds the account's row until the transaction ends, and answers whether its password is still the proven one: whoever
 * knew only the old one mustn't get in while it is being changed.
 */
export async function isStillProven(db: SignInDb, { userId, passwordHash }: Proven): Promise<boolean> {
  const { count } = await db.appUser.updateMany({ where: { id: userId, passwordHash }, data: { passwordHash } });
  return count === 1;
}

/** Whether the account has a password: one that a provider alone signs in has none. */
export function hasPassword(owner: OwnerId): Promise<boolean> {
  return beforeSignIn(async (db) => {
    const { passwordHash } = await db.appUser.findUniqueOrThrow({
      where: { id: owner },
      select: { passwordHash: true },
    });
    return passwordHash !== null;
  });
}

/** Another password, and every session but the named one ended. Throws the Refusal `wrongCurrent` without the old one. */
export async function changePassword(
  { session, ...guess }: Guess & { session: string },
  { currentPassword, password }: ChangePassword,
): Promise<void> {
  const proven = await proveByPassword(guess, currentPassword);
  if (!proven) throw new Refusal("wrongCurrent", "currentPassword");
  const passwordHash = await newPasswordHash(password);
  await beforeSignIn(async (db) => {
    if (!(await isStillProven(db, proven))) throw new Refusal("wrongCurrent", "currentPassword");
    await setPassword(db, proven.userId as OwnerId, passwordHash);
    await db.session.deleteMany({ where: { userId: proven.userId, id: { not: session } } });
  });
}

/** The hash of the new password; no link for another one any more, and nobody half signed in by the old one. */
export async function setPassword(db: SignInDb, userId: OwnerId, passwordHash: string): Promise<void> {
  await db.appUser.update({ where: { id: userId }, data: { passwordHash }, select: { id: true } });
  await db.oneTimeLink.deleteMany({ where: { userId, purpose: "RESET", usedAt: null } });
  await db.signInStep.deleteMany({ where: { userId } });
}
