import { Client } from "pg";
import { expect, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { somebodyWaits } from "@/lib/testing/waiting";
import { runWhole } from "../schema-engine";
import { applyMigrations } from "./migrations";

const database = testDatabase();

test("where all are there nothing is applied; one that failed stops the start, however many are there besides", async () => {
  expect(await applyMigrations(database.adminUrl)).toEqual([]);
  await database.admin.query(
    "update _prisma_migrations set finished_at = null where migration_name = (select max(migration_name) from _prisma_migrations)",
  );
  await expect(applyMigrations(database.adminUrl)).rejects.toThrow("A migration failed");
});

test("a migration that Postgres ended, as it and a server waited for each other, is applied after all, once", async () => {
  await database.admin.query("create table one (n int); create table two (n int)");
  const server = new Client({ connectionString: database.adminUrl });
  await server.connect();
  await server.query("set deadlock_timeout = '1min'"); // so that the migration is the one to find out, and to end
  await server.query("begin; lock table two");
  const migrated = runWhole(
    database.adminUrl,
    "insert into one values (1); lock table one; alter table two add column made int",
  );
  await somebodyWaits(database.admin);
  await server.query("lock table one"); // granted once the migration has ended
  expect((await server.query("select from one")).rowCount).toBe(0);
  await server.query("commit");
  await server.end();
  await migrated;
  await expect(database.admin.query("select made from two")).resolves.toMatchObject({ rowCount: 0 });
  expect((await database.admin.query("select from one")).rowCount).toBe(1);
});

test("what fails for another reason isn't sent again", async () => {
  await database.admin.query("create sequence sent");
  await expect(runWhole(database.adminUrl, "select nextval('sent'); select 1 / 0")).rejects.toThrow("division by zero");
  expect((await database.admin.query("select last_value::int from sent")).rows).toEqual([{ last_value: 1 }]);
});
