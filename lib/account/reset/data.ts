import "server-only";
import { noteEvent } from "@/lib/audit/data";
import { asAccount, beforeSignIn, type OwnerId } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { setPassword } from "../password/data";
import { newPasswordHash } from "../password/new-password";
import { countAt, type From, forgetGuesses, nowhere, uncountAt } from "../throttle/data";
import { hashToken } from "../token";
import type { Reset } from "./schema";

const usable = (token: string) =>
  ({ tokenHash: hashToken(token), purpose: "RESET", usedAt: null, expiresAt: { gt: new Date() } }) as const;

/** Whether a link for a new password still works. */
export function isResetTokenValid(token: string): Promise<boolean> {
  return beforeSignIn(async (db) => (await db.oneTimeLink.count({ where: usable(token) })) === 1);
}

/**
 * Uses up the link and sets the account's password. Every session of the account ends, and whoever failed to sign in to
 * it, or by the browser that asks, needn't wait any more; `from` is where the request comes from, for an e-mail. Throws the
 * Refusal `resetLink` when the link was used or has expired, or `wait` after too many tries from the address.
 */
export async function resetPassword({ token, password }: Reset, from: FromFor = async () => nowhere): Promise<void> {
  // The link first: to hash a password is meant to be slow, and strangers needn't be able to ask for it.
  const { id, email } = await whoseLink(token, await from(""));
  const passwordHash = await newPasswordHash(password);
  const guess = { email, ...(await from(email)) };
  await asAccount(id, async (db) => {
    const used = await db.oneTimeLink.updateMany({ where: usable(token), data: { usedAt: new Date() } });
    if (used.count !== 1) throw new Refusal("resetLink");
    await setPassword(db, id, passwordHash);
    await db.session.deleteMany({ where: { userId: id } });
    await forgetGuesses(db, guess);
    await noteEvent(db, "account.resetPassword", "app_user", [id]);
  });
}

type FromFor = (email: string) => Promise<From>;

async function whoseLink(token: string, { address }: From): Promise<{ id: OwnerId; email: string }> {
  await beforeSignIn((db) => countAt(db, address));
  return beforeSignIn(async (db) => {
    const where = usable(token);
    const link = await db.oneTimeLink.findUnique({ where, select: { user: { select: { id: true, email: true } } } });
    if (!link?.user) throw new Refusal("resetLink");
    await uncountAt(db, address);
    return { ...link.user, id: link.user.id as OwnerId };
  });
}

/** Deletes links that were used, or have expired; answers with how many. */
export async function sweepLinks(): Promise<number> {
  const { count } = await beforeSignIn((db) =>
    db.oneTimeLink.deleteMany({ where: { OR: [{ usedAt: { not: null } }, { expiresAt: { lt: new Date() } }] } }),
  );
  return count;
}
