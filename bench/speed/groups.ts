// On whose data is measured: an owner of each size, and many small ones beside them.
import type { Client } from "pg";
import type { OwnerId } from "@/lib/db";
import { seedOwner } from "@/prisma/seed/owner";
import { step } from "../../scripts/say";
import type { Options } from "./options";
import { newOwner, seedMany, settle } from "./owners";

/** Owners of one size; a query asks each of them in turn. */
export type Group = { data: string; contacts: number; owners: OwnerId[] };
/** The smallest first. */
export type Groups = { sized: Group[]; many: Group[] };

export const count = (value: number) => value.toLocaleString("en");

export async function seedGroups(admin: Client, options: Options): Promise<Groups> {
  const sized = await seedSizes(admin, options);
  const many = options.only === "pages" ? [] : [await seedOwners(admin, options)];
  await step("Settling the database", "Database settled", () => settle(admin));
  return { sized, many };
}

async function seedSizes(admin: Client, { sizes, interactionsEach }: Options): Promise<Group[]> {
  const groups: Group[] = [];
  for (const contacts of sizes) {
    const interactions = contacts * interactionsEach;
    const what = `${count(contacts)} contacts, ${count(interactions)} interactions`;
    await step(`Seeding ${what}`, `Seeded ${what}`, async () => {
      const owner = await newOwner(admin);
      await seedOwner(owner, { contacts, interactions });
      groups.push({ data: `${count(contacts)} contacts`, contacts, owners: [owner] });
    });
  }
  return groups;
}

async function seedOwners(admin: Client, { owners, contactsEach, interactionsEach }: Options): Promise<Group> {
  const data = `${count(owners)} owners × ${count(contactsEach)}`;
  const interactions = contactsEach * interactionsEach;
  const made = await step(`Seeding ${data} contacts`, `Seeded ${data} contacts`, () =>
    seedMany(admin, owners, contactsEach, interactions),
  );
  return { data, contacts: contactsEach, owners: made };
}
