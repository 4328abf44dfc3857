// A start that fails says why, and never deletes or remakes what is there.
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { heldDatabase } from "../test/held-database";

const { home, dataDir, start, ask } = heldDatabase();

beforeAll(async () => {
  const { starter } = await start();
  await ask("create table kept (word text); insert into kept values ('confirmed')");
  starter.kill("SIGTERM");
  await once(starter, "exit");
});

/** Every file in the data directory with what it holds, but for logs and the socket's place. */
function everyFile(): Record<string, string> {
  const all = readdirSync(dataDir, { recursive: true, encoding: "utf8" });
  const paths = all.filter((path) => !/^(logs|socket)\b/.test(path));
  const sum = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");
  return Object.fromEntries(
    paths.map((path) => [path, statSync(join(dataDir, path)).isFile() ? sum(join(dataDir, path)) : ""]),
  );
}

/** Takes a file or directory away; answers with how it comes back. */
function takeAway(name: string) {
  renameSync(join(dataDir, name), join(home, "away"));
  return () => renameSync(join(home, "away"), join(dataDir, name));
}

function damage(name: string) {
  const path = join(dataDir, name);
  const bytes = readFileSync(path);
  const others = bytes.map((byte) => byte ^ 1);
  writeFileSync(path, others); // over it, so that it stays Postgres' own
  return () => writeFileSync(path, bytes);
}

test.each([
  ["the database is gone", () => takeAway("postgres"), "isn't there any more"],
  ["its password is gone", () => takeAway("postgres.password"), "postgres.password is missing"],
  ["something else is in its place", () => takeAway("postgres/PG_VERSION"), "doesn't hold Postgres data"],
  ["it is another version's", () => damage("postgres/PG_VERSION"), "was written by Postgres"],
  ["it is damaged", () => damage("postgres/global/pg_control"), "Postgres didn't start on"],
])("a start that fails because %s touches nothing", async (_, harm, sentence) => {
  const mend = harm();
  const before = everyFile();
  try {
    const { starter, said } = await start();
    expect(said).toContain(sentence);
    expect(starter.exitCode).toBe(1);
    expect(everyFile()).toEqual(before);
  } finally {
    mend();
  }
});

test("once all is put right, all is there", async () => {
  const { starter } = await start();
  expect((await ask("select word from kept")).rows).toEqual([{ word: "confirmed" }]);
  starter.kill("SIGTERM");
  await once(starter, "exit");
});
