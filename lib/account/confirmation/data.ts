import "server-only";
import { beforeSignIn, type OwnerId, type SignInDb } from "@/lib/db";
import { isPasswordSet } from "../password/data";
import { hashToken } from "../token";

const forMs = 10 * 60_000;

/** Marks the session: whoever sits before it has just shown who they are. */
export async function confirmSession(token: string): Promise<void> {
  await beforeSignIn((db) =>
    db.session.updateMany({ where: { tokenHash: hashToken(token) }, data: { confirmedAt: new Date() } }),
  );
}

/** Whether that was within the last ten minutes. */
export async function isSessionConfirmed(db: SignInDb, token: string): Promise<boolean> {
  const since = new Date(Date.now() - forMs);
  return (await db.session.count({ where: { tokenHash: hashToken(token), confirmedAt: { gt: since } } })) === 1;
}

/** By what the account can show who it is: a password, a passkey, the provider with this issuer. */
export function getWays(owner: OwnerId, issuer: string | null) {
  return beforeSignIn(async (db) => ({
    password: await isPasswordSet(db, owner),
    passkey: (await db.passkey.count({ where: { userId: owner } })) > 0,
    provider: issuer !== null && (await db.oidcIdentity.count({ where: { userId: owner, issuer } })) > 0,
  }));
}
