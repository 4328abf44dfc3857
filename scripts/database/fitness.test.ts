import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { parseSettings } from "../settings";
import type { OpenDatabase } from "./embedded";
import { checkDurable } from "./fitness";
import { openDatabase } from "./open";
import { startThrowAway } from "./throw-away";
import { withClient } from "./with-client";

let postgres: OpenDatabase;
beforeAll(async () => {
  postgres = await startThrowAway({ durable: true });
  return postgres.stop;
});

/** As npm start does first, before anything is written. */
async function open(env: Record<string, string> = {}) {
  const home = mkdtempSync(join(tmpdir(), "vouch-fitness-"));
  onTestFinished(() => rmSync(home, { recursive: true }));
  const settings = parseSettings({ DATABASE_URL: postgres.adminUrl, VOUCH_DATA_DIR: home, ...env });
  return openDatabase(settings, () => {});
}

const ask = (sql: string) => withClient(postgres.adminUrl, (client) => client.query(sql));

async function set(name: string, value: string) {
  await ask(`alter system set ${name} = ${value}`);
  await ask("select pg_reload_conf()");
  await expect.poll(async () => (await ask(`show ${name}`)).rows[0][name]).toBe(value);
}

test.each(["fsync", "full_page_writes", "synchronous_commit"])(
  "a Postgres with %s off is refused, unless the data is to be thrown away",
  async (name) => {
    expect(await open()).toBe(postgres.adminUrl);
    await set(name, "off");
    await expect(open()).rejects.toThrow(
      `Postgres runs with ${name} off, so a crash could lose what Vouch has confirmed.`,
    );
    await expect(open()).rejects.toThrow("VOUCH_ALLOW_UNSAFE_DATABASE=1");
    expect(await open({ VOUCH_ALLOW_UNSAFE_DATABASE: "1" })).toBe(postgres.adminUrl);
    await set(name, "on");
  },
);

test("what is off for the application's own login alone is refused too", async () => {
  await ask("create role careless login password 'careless'; alter role careless set synchronous_commit = off");
  const url = new URL(postgres.adminUrl);
  [url.username, url.password] = ["careless", "careless"];
  await checkDurable(postgres.adminUrl, false);
  await expect(checkDurable(url.href, false)).rejects.toThrow("synchronous_commit off");
});
