// A database of its own for one run, set as the product's is: nothing is lost in a crash, row-level security is on.
import { randomBytes } from "node:crypto";
import { Client, escapeIdentifier } from "pg";
import type { Undo } from "../../scripts/command";
import { prepareAppRole } from "../../scripts/database/app-role";
import { checkDurable, checkReachable } from "../../scripts/database/fitness";
import { prepareJobs } from "../../scripts/database/jobs";
import { applyMigrations } from "../../scripts/database/migrations";
import { startThrowAway, sweepThrowAways } from "../../scripts/database/throw-away";
import { withClient } from "../../scripts/database/with-client";
import type { Settings } from "../../scripts/settings";

export type Database = {
  /** The administrator's connection: seeds' owners, maintenance. Nothing that is measured runs on it. */
  admin: Client;
  /** The application's login: what is measured as a bare statement runs on it. */
  app: Client;
};

/**
 * Starts a throw-away Postgres, or makes a database on the one that DATABASE_URL names; both are gone afterwards. From
 * then on lib/db connects to it as the application does.
 */
export async function openDatabase({ databaseUrl, allowUnsafeDatabase }: Settings, undo: Undo): Promise<Database> {
  const url = databaseUrl ? await newDatabase(databaseUrl, undo) : await newCluster(undo);
  await applyMigrations(url);
  await prepareJobs(url);
  const secret = randomBytes(32).toString("base64url");
  const appUrl = await prepareAppRole(url, secret);
  await checkDurable(appUrl, allowUnsafeDatabase);
  Object.assign(process.env, {
    APP_DATABASE_URL: appUrl,
    VOUCH_URL: "http://127.0.0.1:3000",
    VOUCH_SECRET: secret,
    NODE_ENV: "production",
  });
  const admin = await connect(url, undo);
  return { admin, app: await connect(appUrl, undo) };
}

async function newCluster(undo: Undo): Promise<string> {
  await sweepThrowAways();
  const cluster = await startThrowAway({ durable: true });
  undo(cluster.stop);
  return cluster.adminUrl;
}

async function newDatabase(adminUrl: string, undo: Undo): Promise<string> {
  await checkReachable(adminUrl);
  const name = `vouch_bench_${randomBytes(4).toString("hex")}`;
  await withClient(adminUrl, (client) => client.query(`create database ${name}`));
  undo(() =>
    withClient(adminUrl, async (client) => {
      await client.query(`drop database ${name} with (force)`);
      await client.query(`drop role if exists ${escapeIdentifier(`${name}_login`)}`);
    }),
  );
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function connect(url: string, undo: Undo): Promise<Client> {
  const client = new Client({ connectionString: url });
  client.on("error", () => {}); // the database goes before its connections do where the command is stopped
  await client.connect();
  undo(() => client.end().catch(() => {}));
  return client;
}
