// What follows from the facts about contacts (standings, words to search by, the queue of possible duplicates) is kept by
// triggers, statement by statement. Who writes a great deal at once lets it rest and makes it once, at the end.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";

/** To the transaction's end nothing is derived but by `derive`. Keeps the owner's other writes out until then. */
export async function restDerived(db: OwnerDb): Promise<void> {
  await planAnew(db);
  await db.$executeRaw`select lock_standing(${db.owner}::uuid)`;
  await db.$executeRaw`
    select set_config('app.standing_rebuild', 'own', true), set_config('app.derived', 'at the end', true)`;
}

/**
 * From here on statements are planned by what is in the tables now. Triggers and foreign keys keep their plans for as long
 * as the connection lives: made for tables that were empty then, they would read all of what is in them, for each row anew.
 * `beingFilled`: tables another transaction is filling just now; their turn comes once it has ended.
 */
export async function planAnew(db: OwnerDb, beingFilled: string[] = []): Promise<void> {
  await db.$executeRaw`select take_statistics(${beingFilled}::text[])`;
  await db.$executeRaw`discard plans`;
}

/** Of these contacts, a query of their ids; who doesn't exist is passed over. */
export async function derive(
  db: OwnerDb,
  contacts: Prisma.Sql,
  onShare: (share: number) => Promise<void> = async () => {},
): Promise<void> {
  await onShare(0);
  await planAnew(db);
  await db.$executeRaw`select refresh_contact_search(${db.owner}::uuid, array(${contacts}))`;
  await onShare(0.2);
  await db.$executeRaw`
    select queue_for_duplicates(array_agg(${db.owner}::uuid), array_agg(id)) from unnest(array(${contacts})) as id`;
  await onShare(0.3);
  await db.$executeRaw`select refresh_standing(${db.owner}::uuid, array(${contacts}))`;
}
