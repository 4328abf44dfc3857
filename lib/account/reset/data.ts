import "server-only";
import { beforeSignIn, type OwnerId } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { noteInAudit } from "../note-in-audit";
import { setPassword } from "../password/data";
import { newPasswordHash } from "../password/new-password";
import { accountKey } from "../throttle/data";
import { hashToken } from "../token";
import { forgetTries } from "../tries";
import type { Reset } from "./schema";

const usable = (token: string) =>
  ({ tokenHash: hashToken(token), purpose: "RESET", usedAt: null, expiresAt: { gt: new Date() } }) as const;

/** Whether a link for a new password still works. */
export function isResetTokenValid(token: string): Promise<boolean> {
  return beforeSignIn(async (db) => (await db.oneTimeLink.count({ where: usable(token) })) === 1);
}

/**
 * Uses up the link and sets the account's password. Every session of the account ends, and whoever failed to sign in to
 * it needn't wait any more. Throws the Refusal `resetLink` when the link was used or has expired.
 */
export async function resetPassword({ token, password }: Reset): Promise<void> {
  const passwordHash = await newPasswordHash(password);
  const owner = await beforeSignIn(async (db) => {
    const used = await db.oneTimeLink.updateMany({ where: usable(token), data: { usedAt: new Date() } });
    const link = await db.oneTimeLink.findUnique({
      where: { tokenHash: hashToken(token) },
      select: { user: { select: { id: true, email: true } } },
    });
    if (used.count !== 1 || !link?.user) throw new Refusal("resetLink");
    const { id, email } = link.user;
    await setPassword(db, id as OwnerId, passwordHash);
    await db.session.deleteMany({ where: { userId: id } });
    await forgetTries(db, accountKey(email));
    return id as OwnerId;
  });
  await noteInAudit(owner, "account.resetPassword", "app_user");
}

/** Deletes links that were used, or have expired; answers with how many. */
export async function sweepLinks(): Promise<number> {
  const { count } = await beforeSignIn((db) =>
    db.oneTimeLink.deleteMany({ where: { OR: [{ usedAt: { not: null } }, { expiresAt: { lt: new Date() } }] } }),
  );
  return count;
}
