// The private directory of Postgres' Unix socket. A socket's whole path has room for about 104 bytes, which a deep
// data directory exceeds: then it is a short one among the system's temporary files.
import { chmodSync, chownSync, mkdirSync, mkdtempSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Place } from "./place";

/** sockaddr_un has 104 bytes on macOS and 108 on Linux, the closing NUL included. */
const longestPath = 103;

export function fitsSocket(directory: string): boolean {
  return Buffer.byteLength(join(directory, ".s.PGSQL.5432.lock")) <= longestPath;
}

/** Makes the directory; nobody but Postgres' user (and root) can enter it, so nobody else can pose as the database. */
export function makeSocketDirectory({ directory: cluster, user }: Place): string {
  const usual = join(dirname(cluster), "socket");
  let directory = usual;
  if (fitsSocket(usual)) mkdirSync(usual, { recursive: true, mode: 0o700 });
  else directory = mkdtempSync(join(realpathSync(tmpdir()), "vouch-"));
  chmodSync(directory, 0o700);
  if (user) chownSync(directory, user.uid, user.gid);
  return directory;
}
