import { afterAll, expect, test } from "vitest";
import { asOwner } from "../db";
import { testDatabase } from "../testing/database";
import { databaseState, migrationsOfBuild } from "./data";

const database = testDatabase({ connections: 2 });
afterAll(() => (globalThis as { vouchHealth?: { end(): Promise<void> } }).vouchHealth?.end());

test("a server is ready once the database holds the migrations it was built with, also when it holds more", async () => {
  const all = migrationsOfBuild();
  expect(all.length).toBeGreaterThan(25);
  expect(await databaseState(all)).toBe("ok");
  expect(await databaseState(all.slice(0, 3))).toBe("ok");
  expect(await databaseState([...all, "99990101000000_not_yet"])).toBe("migrations missing");
  expect(await databaseState(["20261122090050_left_out", ...all])).toBe("migrations missing");
});

test("while everybody else's connections are busy it is ready all the same", async () => {
  const owner = await database.newOwner();
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const begun = (done: () => void) =>
    asOwner(owner, async () => {
      done();
      await held;
    });
  const busy = [1, 2].map(() => new Promise<void>((done, failed) => void begun(done).catch(failed)));
  await Promise.all(busy);
  expect(await databaseState(migrationsOfBuild())).toBe("ok");
  letGo();
});

test("a database that hangs is unavailable, which is told without waiting for it; then all is well again", async () => {
  const client = await database.admin.connect();
  await client.query("begin; lock table _prisma_migrations in access exclusive mode");
  expect(await databaseState(migrationsOfBuild())).toBe("database unavailable");
  expect(await databaseState(migrationsOfBuild())).toBe("database unavailable");
  await client.query("rollback");
  client.release();
  await expect.poll(() => databaseState(migrationsOfBuild()), { timeout: 30_000 }).toBe("ok");
});
