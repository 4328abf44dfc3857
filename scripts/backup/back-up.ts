// What a backup is, whoever asks for it: written, verified, then given its name; noted; older ones put away.
import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";
import { withClient } from "../database/with-client";
import { Obstacle } from "../say";
import type { Settings } from "../settings";
import { databaseId } from "./database-id";
import { BackupFailure } from "./failure";
import { draftEnd, KeptBackups } from "./kept";
import { passphraseOf } from "./passphrase";
import { recordRun } from "./record";
import { backupName } from "./rotation";
import { free, type Verified, verifyBackup } from "./verify";
import { type Written, writeBackup } from "./write";

export type Done = Written & { path: string; verified: Verified; removed: string[] };

type Wanted = { file?: string; signal?: AbortSignal };

/**
 * `file`: where to put it; else it goes to the directory for backups, and the outdated ones there go. One at a time is made
 * of a database: a second one waits until the first is through.
 */
export async function backUp(adminUrl: string, settings: Settings, wanted: Wanted = {}): Promise<Done> {
  return withClient(adminUrl, async (client) => {
    await holdAlone(client, wanted.signal);
    return backUpAlone(adminUrl, await databaseId(client), settings, wanted);
  });
}

async function backUpAlone(adminUrl: string, database: string, settings: Settings, { file, signal }: Wanted) {
  const startedAt = new Date();
  let draft: string | undefined;
  try {
    const path = file ?? join(directoryOf(settings), backupName(database, startedAt));
    if (existsSync(path)) throw new Obstacle(`${path} is there already, and a backup never overwrites anything.`);
    const options = { passphrase: passphraseOf(settings), signal };
    const kept = new KeptBackups(dirname(path), database, settings.backups.keep);
    await checkThereIsSomething(adminUrl);
    if (!file) kept.rotate();
    const needed = await bytesNeeded(adminUrl);
    if (!file && !hasRoom(dirname(path), needed)) kept.makeRoomFor(basename(path));
    checkRoom(dirname(path), needed);
    draft = `${path}.${process.pid}${draftEnd}`;
    const written = await writeBackup(adminUrl, draft, options);
    const verified = await verifyBackup(adminUrl, draft, { ...options, embedded: !settings.databaseUrl });
    renameSync(draft, path);
    await recordRun(adminUrl, { startedAt, ...written, verified });
    if (!file) kept.rotate();
    return { ...written, path, verified, removed: kept.removed };
  } catch (error) {
    if (draft) rmSync(draft, { force: true });
    if (!signal?.aborted) {
      const failure = error instanceof BackupFailure ? error.code : "UNEXPECTED";
      await recordRun(adminUrl, { startedAt, failure }).catch(() => {}); // the database may be what failed
    }
    throw error;
  }
}

/** Until the connection ends. Two verifications at once would each clear away the other's database. */
async function holdAlone(client: Client, signal?: AbortSignal): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ mine: boolean }>(
      "select pg_try_advisory_lock(hashtextextended('backup of Vouch', 0)) as mine",
    );
    if (rows[0]?.mine) return;
    await sleep(500, undefined, { signal });
  }
}

/** Whether the nightly backup will have a place and its passphrase; said at start rather than at night. */
export function checkBackups(settings: Settings): void {
  if (settings.backups.hour === undefined) return;
  passphraseOf(settings);
  directoryOf(settings);
}

function directoryOf({ backups }: Settings): string {
  if (!backups.directory) {
    throw new Obstacle("Say where the backup should go: npm run backup -- <file>, or set VOUCH_BACKUP_DIR.");
  }
  try {
    mkdirSync(backups.directory, { recursive: true, mode: 0o700 });
    accessSync(backups.directory, constants.W_OK);
  } catch (error) {
    throw new Obstacle(`Backups can't be kept in ${backups.directory}: ${(error as Error).message}.`);
  }
  return backups.directory;
}

async function checkThereIsSomething(adminUrl: string): Promise<void> {
  const { rowCount } = await withClient(adminUrl, (client) =>
    client.query("select where to_regclass('public.app_user') is not null"),
  );
  if (!rowCount) throw new Obstacle("Vouch has never been in this database, so there is nothing to back up.");
}

/** A backup is smaller than the database; the last bytes of a disk belong to whoever still writes down a meeting. */
async function bytesNeeded(adminUrl: string): Promise<number> {
  const { rows } = await withClient(adminUrl, (client) =>
    client.query<{ size: string }>("select pg_database_size(current_database()) as size"),
  );
  return Number(rows[0]?.size);
}

/** A directory that isn't there is told of when the backup is written. */
const hasRoom = (directory: string, bytes: number) => !existsSync(directory) || free(directory) > bytes;

function checkRoom(directory: string, bytes: number): void {
  if (hasRoom(directory, bytes)) return;
  const megabytes = Math.ceil(bytes / 1_000_000);
  throw new BackupFailure(
    "SPACE",
    `There isn't enough room in ${directory} for a backup: it needs up to ${megabytes} MB. Make room, or name another place with VOUCH_BACKUP_DIR.`,
  );
}
