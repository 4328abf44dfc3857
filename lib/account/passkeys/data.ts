import "server-only";
import { type AccountDb, beforeSignIn, type OwnerId, type SignInDb } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import type { Passkey } from "./schema";

/** The owner's, oldest first. */
export async function listPasskeys(db: SignInDb, owner: OwnerId): Promise<Passkey[]> {
  const passkeys = await db.passkey.findMany({
    where: { userId: owner },
    select: { id: true, name: true, createdAt: true, lastUsedAt: true },
    orderBy: { id: "asc" },
  });
  return passkeys.map(({ createdAt, lastUsedAt, ...passkey }) => ({
    ...passkey,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }));
}

/** Whether anybody here signs in with a passkey. */
export function hasPasskeys(): Promise<boolean> {
  return beforeSignIn(async (db) => (await db.passkey.findFirst({ select: { id: true } })) !== null);
}

/** Throws the Refusal `passkeyGone` where the owner has no such passkey. */
export async function renamePasskey(db: AccountDb, id: string, name: string): Promise<void> {
  const { count } = await db.passkey.updateMany({ where: { id, userId: db.owner }, data: { name } });
  if (count !== 1) throw new Refusal("passkeyGone");
}

/** The same. Sessions that it started stay. */
export async function removePasskey(db: AccountDb, id: string): Promise<void> {
  const { count } = await db.passkey.deleteMany({ where: { id, userId: db.owner } });
  if (count !== 1) throw new Refusal("passkeyGone");
}
