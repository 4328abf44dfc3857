import "server-only";
import { beforeSignIn, type OwnerId } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { isTaken } from "@/lib/taken";
import { startSession } from "../data";
import { newPasswordHash } from "../password/new-password";
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

/** From now on this person of the provider signs in to the account, and no other. Throws the Refusal `taken` where it is somebody else's. */
export async function connectIdentity(owner: OwnerId, { issuer, subject }: Identity): Promise<void> {
  const connecting = beforeSignIn((db) =>
    db.oidcIdentity.upsert({
      where: { userId_issuer: { userId: owner, issuer } },
      create: { userId: owner, issuer, subject },
      update: { subject, createdAt: new Date() },
      select: { userId: true },
    }),
  );
  await connecting.catch((error: unknown) => {
    throw isTaken(error) ? new Refusal("taken") : error;
  });
}

/** Throws the Refusal `onlyWayIn` where nobody could sign in to the account without it. */
export async function disconnectIdentity(owner: OwnerId, issuer: string): Promise<void> {
  const { count } = await beforeSignIn((db) =>
    db.oidcIdentity.deleteMany({ where: { userId: owner, issuer, user: { passwordHash: { not: null } } } }),
  );
  if (count === 0) throw new Refusal("onlyWayIn");
}

/** Gives an account its first password. Throws the Refusal `hasPassword` where it has one: that is changed by who knows it. */
export async function chooseFirstPassword(owner: OwnerId, password: string): Promise<void> {
  const passwordHash = await newPasswordHash(password);
  const { count } = await beforeSignIn((db) =>
    db.appUser.updateMany({ where: { id: owner, passwordHash: null }, data: { passwordHash } }),
  );
  if (count === 0) throw new Refusal("hasPassword");
}
