import "server-only";
import { type AccountDb, beforeSignIn, type OwnerId } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { isTaken } from "@/lib/taken";
import { startSession } from "../data";
import { isPasswordSet } from "../password/data";
import type { Identity } from "./schema";

/** Starts a session of the account that the provider's person is connected with; null where there is none. Throws the Refusal `closed`. */
export function signInByIdentity(identity: Identity, userAgent: string | null): Promise<string | null> {
  return beforeSignIn(async (db) => {
    const found = await db.oidcIdentity.findUnique({ where: { issuer_subject: identity }, select: { userId: true } });
    return found && startSession(db, found.userId, userAgent);
  });
}

/** Whether somebody has an account with this e-mail, however it is written. */
export function isEmailKnown(email: string): Promise<boolean> {
  return beforeSignIn(async (db) => {
    const where = { email: email.trim().toLowerCase() };
    return (await db.appUser.findUnique({ where, select: { id: true } })) !== null;
  });
}

/** Since when the account is connected with this provider; null where it isn't. */
export function connectedSince(owner: OwnerId, issuer: string): Promise<string | null> {
  return beforeSignIn(async (db) => {
    const where = { userId_issuer: { userId: owner, issuer } };
    const identity = await db.oidcIdentity.findUnique({ where, select: { createdAt: true } });
    return identity?.createdAt.toISOString() ?? null;
  });
}

/** Whether this person of the provider is the one who signs in to the account. */
export function isIdentityOf(owner: OwnerId, { issuer, subject }: Identity): Promise<boolean> {
  return beforeSignIn(async (db) => (await db.oidcIdentity.count({ where: { userId: owner, issuer, subject } })) === 1);
}

/** From now on this person of the provider signs in to the account, and no other. Throws the Refusal `taken` where it is somebody else's. */
export async function connectIdentity(db: AccountDb, { issuer, subject }: Identity): Promise<void> {
  const connecting = db.oidcIdentity.upsert({
    where: { userId_issuer: { userId: db.owner, issuer } },
    create: { userId: db.owner, issuer, subject },
    update: { subject, createdAt: new Date() },
    select: { userId: true },
  });
  await connecting.catch((error: unknown) => {
    throw isTaken(error) ? new Refusal("taken") : error;
  });
}

/** Throws the Refusal `passwordFirst` where the account has no password, or `notConnected`. */
export async function disconnectIdentity(db: AccountDb, issuer: string): Promise<void> {
  if (!(await isPasswordSet(db, db.owner))) throw new Refusal("passwordFirst");
  const { count } = await db.oidcIdentity.deleteMany({ where: { userId: db.owner, issuer } });
  if (count === 0) throw new Refusal("notConnected");
}
