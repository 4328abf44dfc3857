// One backup: everything as it was at one moment, read without holding anybody up, streamed into one file.
import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Client } from "pg";
import { withClient } from "../database/with-client";
import { Obstacle } from "../say";
import { BackupFailure } from "./failure";
import { type Header, rowsEnd, Tally, trailer } from "./format";
import { waitingJobs } from "./jobs";
import { seal } from "./seal";
import { appliedMigrations } from "./state";
import { listTables, readTable, type Table, writeAlike } from "./tables";

export type Written = { bytes: number; tables: number; rows: number };

/** Writes to `path`, which must not exist; it is there whole, or not at all when this throws. */
export async function writeBackup(
  adminUrl: string,
  path: string,
  { passphrase, signal }: { passphrase?: string; signal?: AbortSignal } = {},
): Promise<Written> {
  return withClient(adminUrl, async (client) => {
    await client.query("begin isolation level repeatable read read only");
    await writeAlike(client);
    const tables = await listTables(client);
    const written: Written = { bytes: 0, tables: tables.length, rows: 0 };
    // Opened first: from here on the file is ours to take away, and only then.
    const handle = await open(path, "wx", 0o600).catch((error: unknown) => {
      throw explain(error, path);
    });
    const file = handle.createWriteStream({ flush: true });
    try {
      await pipeline(
        () => contents(client, tables, written),
        createGzip(),
        passphrase
          ? (source: AsyncIterable<Buffer>) => seal(source, passphrase)
          : (source: AsyncIterable<Buffer>) => source,
        (source: AsyncIterable<Uint8Array>) => closed(source, written),
        file,
        { signal },
      );
    } catch (error) {
      // Not by `once` of events: it throws where the stream tells of its error first, and the file would stay.
      if (!file.closed) await new Promise<void>((done) => file.once("close", done));
      rmSync(path, { force: true });
      throw explain(error, path);
    }
    await client.query("commit");
    return written;
  });
}

async function* contents(client: Client, tables: Table[], written: Written): AsyncGenerator<Buffer> {
  const line = (facts: object) => Buffer.from(`${JSON.stringify(facts)}\n`);
  const owners = await ownersToName(client);
  yield line({
    vouch: "backup",
    madeAt: new Date().toISOString(),
    migrations: await appliedMigrations(client),
    tables: tables.map(({ name, columns }) => ({ name, columns })),
    jobs: await waitingJobs(client),
  } satisfies Header);
  for (const table of tables) {
    const tally = new Tally(table.name);
    yield* tally.over(readTable(client, table, owners));
    const end = tally.end();
    written.rows += end.rows;
    yield Buffer.from(rowsEnd);
    yield line(end);
  }
}

/** Undefined where the administrator sees every row; else whose rows to ask for in turn. */
async function ownersToName(client: Client): Promise<string[] | undefined> {
  const { rows: roles } = await client.query<{ all: boolean }>(
    `select rolsuper or rolbypassrls as "all" from pg_roles where rolname = current_user`,
  );
  if (roles[0]?.all) {
    await client.query("set local row_security = off"); // a row that is held back after all is an error, not a gap
    return undefined;
  }
  const { rows: owners } = await client.query<{ id: string }>("select id from app_user order by id");
  return owners.map(({ id }) => id);
}

async function* closed(source: AsyncIterable<Uint8Array>, written: Written): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  const counted = (piece: Uint8Array) => {
    written.bytes += piece.byteLength;
    return piece;
  };
  for await (const piece of source) {
    hash.update(piece);
    yield counted(piece);
  }
  yield counted(Buffer.from(trailer(hash.digest("hex"))));
}

function explain(error: unknown, path: string): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOSPC" || code === "EDQUOT") {
    return new BackupFailure("SPACE", `The disk became full while ${path} was written. What was written is removed.`);
  }
  if (code === "EEXIST") return new Obstacle(`${path} is there already, and a backup never overwrites anything.`);
  if (["ENOENT", "EACCES", "EPERM", "EROFS", "ENOTDIR"].includes(code ?? "")) {
    return new Obstacle(`The backup can't be written to ${path}: ${message}.`);
  }
  return error;
}
