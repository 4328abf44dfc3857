// On a hosted Postgres nobody is a superuser: the role that migrates owns the tables, and forced row-level security
// holds for it too, also inside refresh_standing.
import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { openSchemaEngine } from "@/scripts/schema-engine";
import { writeHistory } from "./history";
import { readyHistory } from "./ready";

const database = testDatabase();
const { admin } = database;
const migrator = `vouch_test_migrator_${randomBytes(4).toString("hex")}`;
const password = randomBytes(16).toString("hex");
const clients: Client[] = [];
let owner: string;

async function connect(user?: string) {
  const url = new URL(database.adminUrl);
  url.pathname = `/${migrator}`;
  if (user) [url.username, url.password] = [user, password];
  const client = new Client({ connectionString: url.href });
  await client.connect();
  clients.push(client);
  return client;
}

beforeAll(async () => {
  await admin.query(`create role ${migrator} login password '${password}' nosuperuser nobypassrls`);
  await admin.query(`create database ${migrator} owner ${migrator}`);
  const superuser = await connect();
  await superuser.query(`grant create, usage on schema public to ${migrator}`);
  const url = new URL(database.adminUrl);
  [url.pathname, url.username, url.password] = [`/${migrator}`, migrator, password];
  const engine = await openSchemaEngine(url.href);
  await engine.apply();
  await engine.close();
  const { rows } = await superuser.query<{ id: string }>(
    "insert into app_user (email, name, password_hash) values ('olive@example.test', 'Olive', 'none') returning id",
  );
  owner = rows[0]?.id as string;
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.end()));
  await admin.query(`drop database ${migrator} with (force)`);
  await admin.query(`drop owned by ${migrator}; drop role ${migrator}`);
});

async function expectReady(client: Client, id: string) {
  const { rows } = await client.query("select verdict from relationship_strength where contact_id = $1", [id]);
  expect(rows).toEqual([{ verdict: "READY" }]);
}

test("it writes for the owner it names, and for nobody else", async () => {
  const client = await connect(migrator);
  const { id, history } = readyHistory();
  await expect(writeHistory(client, owner, history)).rejects.toMatchObject({ code: "42501" });
  await client.query("select set_config('app.owner_id', $1, false)", [owner]);
  await writeHistory(client, owner, history);
  await expectReady(client, id);
});

test("the application's writes are followed by the standing, though its keeper is no superuser", async () => {
  const client = await connect();
  await client.query("set role vouch_app");
  await client.query("select set_config('app.owner_id', $1, false)", [owner]);
  const { id, history } = readyHistory();
  await writeHistory(client, owner, history);
  await expectReady(client, id);
});

test("so are a superuser's, who names no owner", async () => {
  const client = await connect();
  const { id, history } = readyHistory();
  await writeHistory(client, owner, history);
  await expectReady(client, id);
  await client.query("delete from app_user where id = $1", [owner]);
  expect((await client.query("select from contact_standing")).rowCount).toBe(0);
});
