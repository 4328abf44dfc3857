// A throw-away database for one test file: a copy of the migrated template, dropped afterwards.
//
//   const database = testDatabase();
//   test("…", async () => { const owner = await database.newOwner(); await asOwner(owner, async (db) => …); });
import { randomBytes } from "node:crypto";
import { Client, Pool } from "pg";
import { afterAll, beforeAll } from "vitest";
import type { OwnerId } from "@/lib/db";

export type TestDatabase = {
  /** The administrator's connections: no row-level security. For arranging and for looking behind the scenes. */
  readonly admin: Pool;
  /** The application's connections, under row-level security; most tests use asOwner of lib/db instead. */
  readonly app: Pool;
  /** More connections, as many as `max` at once; ended with the rest. */
  pool(url: string, max?: number): Pool;
  readonly adminUrl: string;
  readonly appUrl: string;
  /** A new owner with nothing in it. */
  newOwner(): Promise<OwnerId>;
};

/** Runs one statement on the server's own database: a database can't be made or dropped from within. */
async function onServer(sql: string) {
  const client = new Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/**
 * Call at the top of a test file; what it answers with is usable inside tests and hooks. `connections` is how many asOwner
 * may have at once, `prepared` whether they keep statements where they may.
 */
export function testDatabase({ connections = 10, prepared = "off" } = {}): TestDatabase {
  const { TEST_TEMPLATE_URL = "", TEST_APP_LOGIN = "" } = process.env; // set by global-setup.ts
  const url = new URL(TEST_TEMPLATE_URL);
  const template = url.pathname.slice(1);
  const name = `vouch_test_${randomBytes(6).toString("hex")}`;
  url.pathname = `/${name}`;
  const adminUrl = url.href;
  [url.username, url.password] = TEST_APP_LOGIN.split(":") as [string, string];
  const appUrl = url.href;
  // lib/env.ts reads the settings when the first query is made, in this file's worker only.
  process.env.APP_DATABASE_URL = appUrl;
  process.env.DATABASE_POOL = String(connections);
  process.env.DATABASE_PREPARED = prepared;
  process.env.VOUCH_URL = "http://127.0.0.1:3000";
  process.env.VOUCH_SECRET = "a secret for tests, long enough to be taken";
  const pools: Pool[] = [];
  const pool = (connectionString: string, max?: number) => {
    const opened = new Pool({ connectionString, max });
    // Dropping the database cuts off whoever is still saying goodbye, lib/db's pool among them.
    opened.on("error", () => {});
    opened.on("connect", (client) => client.on("error", () => {}));
    pools.push(opened);
    return opened;
  };

  beforeAll(() => onServer(`create database ${name} template ${template}`));
  afterAll(async () => {
    await Promise.all(pools.map((opened) => opened.end()));
    await onServer(`drop database if exists ${name} with (force)`);
  });

  const admin = pool(adminUrl);
  return {
    admin,
    app: pool(appUrl),
    pool,
    adminUrl,
    appUrl,
    newOwner: async () => {
      const { rows } = await admin.query<{ id: string }>(
        "insert into app_user (id, email, name, password_hash) values (uuid_v7(), $1, 'Olive Owner', 'none') returning id",
        [`${randomBytes(6).toString("hex")}@example.test`],
      );
      const [owner] = rows;
      if (!owner) throw new Error("The owner was not written.");
      return owner.id as OwnerId;
    },
  };
}
