import { PgBoss } from "pg-boss";
import { expect, onTestFinished, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { prepareJobs } from "./jobs";

const database = testDatabase();

test("what the administrator prepares, the application can work with, again after a second start", async () => {
  await prepareJobs(database.adminUrl);
  await prepareJobs(database.adminUrl);
  const boss = new PgBoss({ connectionString: database.appUrl, migrate: false, createSchema: false });
  const errors: unknown[] = [];
  boss.on("error", (error) => errors.push(error));
  await boss.start();
  onTestFinished(() => boss.stop({ graceful: false }));
  await boss.send("import", { batch: 1 });
  const [job] = await boss.fetch("import");
  expect(job?.data).toEqual({ batch: 1 });
  expect(await boss.complete("import", job?.id ?? "")).toMatchObject({ affected: 1 });
  await boss.supervise();
  expect(errors).toEqual([]);
});
