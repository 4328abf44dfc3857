import { expect, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { applyMigrations } from "./migrations";

const database = testDatabase();

test("where all are there nothing is applied; one that failed stops the start, however many are there besides", async () => {
  expect(await applyMigrations(database.adminUrl)).toEqual([]);
  await database.admin.query(
    "update _prisma_migrations set finished_at = null where migration_name = (select max(migration_name) from _prisma_migrations)",
  );
  await expect(applyMigrations(database.adminUrl)).rejects.toThrow("A migration failed");
});
