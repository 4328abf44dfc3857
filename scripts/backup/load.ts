// A backup into an empty place: the tables as they were then, everything in one transaction, read back before it counts.
import { pipeline } from "node:stream/promises";
import { type Client, escapeIdentifier } from "pg";
import { from } from "pg-copy-streams";
import { prepareJobs } from "../database/jobs";
import { applyMigrations } from "../database/migrations";
import { withClient } from "../database/with-client";
import { Obstacle } from "../say";
import { BackupFailure } from "./failure";
import { isEqual, type TableEnd, Tally } from "./format";
import { sendAgain } from "./jobs";
import type { OpenBackup } from "./read";
import { appliedMigrations, checkKnown } from "./state";
import { listTables, nameWithColumns, readTable, type Table, writeAlike } from "./tables";

/**
 * Makes the database what it was when the backup was made, in the state it was in then: migrating on is up to the caller.
 * Throws an Obstacle, and leaves no row, where somebody's data is there already or where what was written isn't what is
 * read back. Answers with the counts and checksums of all tables.
 */
export async function loadBackup(adminUrl: string, { header, eachTable }: OpenBackup): Promise<TableEnd[]> {
  checkKnown(header.migrations);
  const states = new Set(header.migrations.map(({ name }) => name));
  await withClient(adminUrl, async (client) => {
    await checkEmpty(client);
    const newer = (await appliedMigrations(client)).find(({ name }) => !states.has(name));
    if (newer) {
      throw new Obstacle(
        `This database is empty, but made for a newer Vouch than the backup (it has ${newer.name}). Restore into a new one: its tables are made as they were then, and brought up to date afterwards.`,
      );
    }
  });
  await applyMigrations(adminUrl, states);
  await prepareJobs(adminUrl);
  return withClient(adminUrl, async (client) => {
    await client.query("begin; set local lock_timeout = '10s'");
    await writeAlike(client);
    const tables = await listTables(client);
    await holdStill(client, tables);
    await checkEmpty(client); // again: nobody else can write any more
    const named = new Map(tables.map((table) => [table.name, table]));
    const written = await eachTable(async (table, rows) => {
      if (!named.delete(table.name)) throw notOurs(table.name);
      await pipeline(rows, client.query(from(`copy ${nameWithColumns(table)} from stdin`)));
    });
    for (const name of named.keys()) throw notOurs(name);
    await client.query("set constraints all immediate");
    await compare(client, tables, written);
    await goOn(client, tables);
    await sendAgain(client, header.jobs);
    await client.query("commit");
    await client.query("analyze");
    return written;
  }).catch((error: unknown) => {
    throw explain(error);
  });
}

function explain(error: unknown): unknown {
  const { code } = error as { code?: string };
  if (code === "55P03") {
    return new Obstacle(
      "Somebody else is at work in this database. Stop the Vouch that runs on it, then restore again.",
    );
  }
  if (code === "53100") {
    return new BackupFailure("SPACE", "The disk of the database became full. Nothing was restored.");
  }
  return error;
}

/** Throws an Obstacle where anybody has an account: without one, nothing here is anybody's. */
async function checkEmpty(client: Client): Promise<void> {
  const { rowCount: made } = await client.query("select where to_regclass('public.app_user') is not null");
  const { rowCount: used } = made ? await client.query("select from app_user limit 1") : { rowCount: 0 };
  if (used) {
    throw new Obstacle(
      "There is data in this database already, and a restore never overwrites any. Restore into an empty place: VOUCH_DATA_DIR=<new directory>, or a new database as DATABASE_URL.",
    );
  }
}

/**
 * Keeps everybody else out, and the triggers from making anew what the backup holds. What a start without an account left
 * (setup links, counted sign-ins) goes. An owner of tables who is no superuser is let past row-level security.
 */
async function holdStill(client: Client, tables: Table[]): Promise<void> {
  for (const { name, owned } of tables) {
    const table = `alter table ${escapeIdentifier(name)}`;
    await client.query(`${table} disable trigger user${owned ? `; ${table} no force row level security` : ""}`);
  }
  await client.query(`truncate ${tables.map(({ name }) => escapeIdentifier(name)).join(", ")}`);
}

async function goOn(client: Client, tables: Table[]): Promise<void> {
  for (const { name, owned } of tables) {
    const table = `alter table ${escapeIdentifier(name)}`;
    await client.query(`${table} enable trigger user${owned ? `; ${table} force row level security` : ""}`);
  }
}

/** What the database now holds, read as a backup would read it, is what was written. */
async function compare(client: Client, tables: Table[], written: TableEnd[]): Promise<void> {
  for (const table of tables) {
    const tally = new Tally(table.name);
    for await (const _piece of tally.over(readTable(client, table)));
    const there = tally.end();
    const wanted = written.find((end) => end.table === table.name);
    if (wanted && isEqual(there, wanted)) continue;
    throw new BackupFailure(
      "DIFFERENT",
      `The table ${table.name} isn't what the backup holds: ${there.rows} rows instead of ${wanted?.rows ?? 0}, or others. Nothing was restored.`,
    );
  }
}

const notOurs = (table: string) =>
  new Obstacle(`The backup and this Vouch disagree about the table ${table}. Nothing was restored.`);
