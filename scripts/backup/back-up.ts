// What a backup is, whoever asks for it: written, verified, then given its name; noted; older ones put away.
import { accessSync, constants, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { withClient } from "../database/with-client";
import { Obstacle } from "../say";
import type { Settings } from "../settings";
import { BackupFailure } from "./failure";
import { passphraseOf } from "./passphrase";
import { recordRun } from "./record";
import { backupName, madeAt, outdated } from "./rotation";
import { free, type Verified, verifyBackup } from "./verify";
import { type Written, writeBackup } from "./write";

export type Done = Written & { path: string; verified: Verified; removed: string[] };

/** `file`: where to put it; else it goes to the directory for backups, and the outdated ones there go. */
export async function backUp(
  adminUrl: string,
  settings: Settings,
  { file, signal }: { file?: string; signal?: AbortSignal } = {},
): Promise<Done> {
  const startedAt = new Date();
  let draft: string | undefined;
  try {
    const path = file ?? join(directoryOf(settings), backupName(startedAt));
    if (existsSync(path)) throw new Obstacle(`${path} is there already, and a backup never overwrites anything.`);
    const options = { passphrase: passphraseOf(settings), signal };
    await checkThereIsSomething(adminUrl);
    await checkRoom(adminUrl, dirname(path));
    draft = `${path}.${process.pid}${draftEnd}`;
    const written = await writeBackup(adminUrl, draft, options);
    const verified = await verifyBackup(adminUrl, draft, { ...options, embedded: !settings.databaseUrl });
    renameSync(draft, path);
    await recordRun(adminUrl, { startedAt, ...written, verified });
    return { ...written, path, verified, removed: file ? [] : rotate(dirname(path), settings) };
  } catch (error) {
    if (draft) rmSync(draft, { force: true });
    if (!signal?.aborted) {
      const failure = error instanceof BackupFailure ? error.code : "UNEXPECTED";
      await recordRun(adminUrl, { startedAt, failure }).catch(() => {}); // the database may be what failed
    }
    throw error;
  }
}

const draftEnd = ".unfinished";

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
async function checkRoom(adminUrl: string, directory: string): Promise<void> {
  if (!existsSync(directory)) return; // said when it is written
  const { rows } = await withClient(adminUrl, (client) =>
    client.query<{ size: string }>("select pg_database_size(current_database()) as size"),
  );
  const megabytes = Math.ceil(Number(rows[0]?.size) / 1_000_000);
  if (free(directory) > megabytes * 1_000_000) return;
  throw new BackupFailure(
    "SPACE",
    `There isn't enough room in ${directory} for a backup: it needs up to ${megabytes} MB. Make room, or name another place with VOUCH_BACKUP_DIR.`,
  );
}

/** Removes what is outdated, and what a killed backup left more than a day ago. */
function rotate(directory: string, { backups }: Settings): string[] {
  const names = readdirSync(directory);
  const dayAgo = Date.now() - 24 * 3_600_000;
  const left = names.filter(
    (name) =>
      name.endsWith(draftEnd) &&
      madeAt(`${name.split(".backup.")[0]}.backup`) &&
      (statSync(join(directory, name), { throwIfNoEntry: false })?.mtimeMs ?? dayAgo) < dayAgo,
  );
  const removed = outdated(names, backups.keep);
  for (const name of [...left, ...removed]) rmSync(join(directory, name), { force: true });
  return removed;
}
