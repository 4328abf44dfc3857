// The embedded database through the worst.
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { heldDatabase } from "../test/held-database";

const { dataDir, start, ask } = heldDatabase();

const postmaster = () => Number.parseInt(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8"), 10);

const kept = () => ask("select word from kept").then(({ rows }) => rows);

test("a second start is refused, and after kill -9 of starter or database the next start finds everything", async () => {
  const { starter: first } = await start();
  await ask("create table kept (word text); insert into kept values ('confirmed')");

  const second = await start();
  expect(second.said).toContain(`Vouch is already running with the data in ${dataDir} (process ${first.pid}).`);
  expect(second.starter.exitCode).toBe(1);
  expect(await kept()).toEqual([{ word: "confirmed" }]);

  first.kill("SIGKILL"); // the database lives on
  await once(first, "exit");
  const { starter: third, said } = await start();
  expect(said).toContain("ready");
  expect(await kept()).toEqual([{ word: "confirmed" }]);

  third.kill("SIGKILL");
  process.kill(postmaster(), "SIGKILL");
  await once(third, "exit");
  const { starter: fourth } = await start();
  expect(await kept()).toEqual([{ word: "confirmed" }]);

  fourth.kill("SIGTERM");
  const [code] = await once(fourth, "exit");
  expect(code).toBe(0);
  expect(existsSync(join(dataDir, "postgres", "postmaster.pid"))).toBe(false);
  expect(existsSync(join(dataDir, "lock"))).toBe(false);
});
