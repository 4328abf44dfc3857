import "server-only";
import { beforeSignIn, type SignInDb } from "@/lib/db";
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
