// Whose data is measured: owners of each size, and many small ones. The same seed as npm run seed.
import { availableParallelism } from "node:os";
import type { Client } from "pg";
import type { OwnerId } from "@/lib/db";
import { seedOwner } from "@/prisma/seed/owner";
import { stopRequested } from "../../scripts/command";

export type Measured = { owner: OwnerId; contacts: number };

export async function newOwner(admin: Client): Promise<OwnerId> {
  const { rows } = await admin.query<{ id: OwnerId }>(
    "insert into app_user (email, name, password_hash) values (uuid_v7() || '@example.test', 'Olive Owner', 'none') returning id",
  );
  const [owner] = rows;
  if (!owner) throw new Error("The owner was not written.");
  return owner.id;
}

/** Owners that write at the same time don't wait for each other, so there is one writer a core. */
export async function seedMany(
  admin: Client,
  owners: number,
  contacts: number,
  interactions: number,
): Promise<OwnerId[]> {
  const made: OwnerId[] = [];
  const write = async () => {
    for (; made.length < owners; ) {
      stopRequested.throwIfAborted();
      const owner = await newOwner(admin);
      made.push(owner);
      await seedOwner(owner, { contacts, interactions });
    }
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, write));
  return made;
}

/** As after a night of Postgres' own housekeeping: statistics known, pages marked as visible to all. */
export async function settle(admin: Client): Promise<void> {
  await admin.query("vacuum analyze");
  await admin.query("checkpoint");
}
