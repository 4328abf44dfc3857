// Whether a backup can be restored is known once it was: into a database beside Vouch's own, thrown away afterwards.
import { randomBytes } from "node:crypto";
import { statfsSync } from "node:fs";
import { withClient } from "../database/with-client";
import { loadBackup } from "./load";
import { readBack, readBackup } from "./read";

export type Verified = "RESTORED" | "READ_BACK";

const prefix = "vouch_verify_";

/**
 * `embedded`: the cluster is Vouch's own, so a second database may be made in it, where there is room. Else the file is read
 * and compared with its checksums. Throws where the backup is of no use.
 */
export async function verifyBackup(
  adminUrl: string,
  path: string,
  { passphrase, signal, embedded }: { passphrase?: string; signal?: AbortSignal; embedded: boolean },
): Promise<Verified> {
  if (!embedded || !(await hasRoom(adminUrl))) {
    await readBack(path, { passphrase, signal });
    return "READ_BACK";
  }
  await dropLeftovers(adminUrl);
  const name = prefix + randomBytes(6).toString("hex");
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  await withClient(adminUrl, (client) => client.query(`create database ${name}`));
  try {
    await readBackup(path, { passphrase, signal }, (backup) => loadBackup(url.href, backup));
  } finally {
    await withClient(adminUrl, (client) => client.query(`drop database if exists ${name} with (force)`));
  }
  return "RESTORED";
}

/** Of a verification that was killed. One at work has somebody connected. */
async function dropLeftovers(adminUrl: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select datname as name from pg_database d where starts_with(datname, $1)
         and not exists (select from pg_stat_activity a where a.datid = d.oid)`,
      [prefix],
    );
    for (const { name } of rows) await client.query(`drop database if exists ${name}`);
  });
}

/** The copy, and what Postgres writes to make it, takes about twice what the database does. */
async function hasRoom(adminUrl: string): Promise<boolean> {
  return withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ size: string; directory: string }>(
      "select pg_database_size(current_database()) as size, current_setting('data_directory') as directory",
    );
    const [at] = rows;
    return at !== undefined && free(at.directory) > 2 * Number(at.size);
  });
}

/** Bytes that may still be written where `path` lies. */
export function free(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}
