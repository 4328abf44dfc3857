import "server-only";
import { type AccountDb, beforeSignIn, type OwnerId, type SignInDb } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { noteInAudit } from "../note-in-audit";
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
    // Nobody waits for it: an answer that took longer would tell that the account is there.
    if (user) void noteInAudit(user.id as OwnerId, "account.signInFailed", "app_user", [user.id]);
    return null;
  }
  await beforeSignIn((db) => guessedRight(db, guess));
  return { userId: user.id, passwordHash: user.passwordHash };
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
export const hasPassword = (owner: OwnerId): Promise<boolean> => beforeSignIn((db) => isPasswordSet(db, owner));

export async function isPasswordSet(db: SignInDb, owner: OwnerId): Promise<boolean> {
  return (await db.appUser.count({ where: { id: owner, passwordHash: { not: null } } })) === 1;
}

export type NewPassword = { proven: Proven; passwordHash: string };

/** What changePassword needs, and no transaction waits for. Throws the Refusal `wrongCurrent` without the old password. */
export async function prepareChange(guess: Guess, { currentPassword, password }: ChangePassword): Promise<NewPassword> {
  const proven = await proveByPassword(guess, currentPassword);
  if (!proven) throw new Refusal("wrongCurrent", "currentPassword");
  return { proven, passwordHash: await newPasswordHash(password) };
}

/** Another password, and every session but the named one ended. Throws the Refusal `wrongCurrent` where it was changed meanwhile. */
export async function changePassword(
  db: SignInDb,
  { proven, passwordHash }: NewPassword,
  session: string,
): Promise<void> {
  if (!(await isStillProven(db, proven))) throw new Refusal("wrongCurrent", "currentPassword");
  await setPassword(db, proven.userId as OwnerId, passwordHash);
  await db.session.deleteMany({ where: { userId: proven.userId, id: { not: session } } });
}

/** Gives an account its first password. Throws the Refusal `hasPassword` where it has one: that is changed by who knows it. */
export async function chooseFirstPassword(db: AccountDb, passwordHash: string): Promise<void> {
  const where = { id: db.owner, passwordHash: null };
  const { count } = await db.appUser.updateMany({ where, data: { passwordHash: null } }); // holds the row
  if (count === 0) throw new Refusal("hasPassword");
  await setPassword(db, db.owner, passwordHash);
}

/** The hash of the new password; no link for another one any more, and nobody half signed in by the old one. */
export async function setPassword(db: SignInDb, userId: OwnerId, passwordHash: string): Promise<void> {
  await db.appUser.update({ where: { id: userId }, data: { passwordHash }, select: { id: true } });
  await db.oneTimeLink.deleteMany({ where: { userId, purpose: "RESET", usedAt: null } });
  await db.signInStep.deleteMany({ where: { userId } });
}
