import { expect, test } from "vitest";
import { asOwner } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { seedOwner } from "./owner";

const database = testDatabase();

test("a seeded owner has as many contacts and interactions as asked for, and every verdict but a rare one", async () => {
  const owner = await database.newOwner();
  await seedOwner(owner, { contacts: 400, interactions: 4_000 });
  const { contacts, interactions } = await asOwner(owner, async (db) => ({
    contacts: await db.contact.count(),
    interactions: await db.interactionContact.count(),
  }));
  expect({ contacts, interactions }).toEqual({ contacts: 400, interactions: 4_000 });
  const { rows } = await database.admin.query(
    "select verdict, count(*)::int from relationship_strength where owner_id = $1 group by 1",
    [owner],
  );
  expect(rows.map((row) => row.verdict).sort()).toEqual([
    "ALMOST",
    "BLOCKED",
    "BUILDING",
    "CONNECTED",
    "PENDING",
    "READY",
  ]);
});
