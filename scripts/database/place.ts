// Where the embedded Postgres lives. Normally: programs in node_modules, data in the data directory. Root's Postgres
// runs as another user; what that user can't reach (a home closed to others) goes under /var/lib/vouch instead.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { say } from "../say";
import { binariesIn, canRun, embeddedPackage, type PostgresBinaries } from "./postgres-binaries";
import { postgresUser, type SystemUser } from "./postgres-user";

const openPlace = "/var/lib/vouch";

export type Place = {
  readonly binaries: PostgresBinaries;
  /** The cluster's data; may not exist yet. */
  readonly directory: string;
  readonly user: SystemUser | undefined;
};

/** `bin`: programs to use instead of the embedded ones. */
export function findPlace(dataDir: string, bin?: string): Place {
  const directory = findDirectory(dataDir);
  const user = postgresUser(directory);
  return { binaries: bin ? binariesIn(bin) : findBinaries(user), directory, user };
}

function findDirectory(dataDir: string): string {
  const usual = join(dataDir, "postgres");
  const user = postgresUser(usual);
  if (!user || existsSync(usual)) return usual;
  const name = `${basename(dataDir).replace(/^\./, "")}-${createHash("sha256").update(dataDir).digest("hex").slice(0, 8)}`;
  const moved = join(openPlace, name, "postgres");
  if (existsSync(moved)) return moved;
  const canPass = spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", dataDir], { ...user, cwd: "/", stdio: "ignore" });
  if (canPass.status === 0) return usual;
  mkdirSync(dirname(moved), { recursive: true, mode: 0o711 });
  say(`  Postgres can't run as root, and its user can't reach ${dataDir}: the database is kept in ${moved}.`);
  return moved;
}

function findBinaries(user: SystemUser | undefined): PostgresBinaries {
  const { native, version } = embeddedPackage();
  const usual = join(native, "bin");
  if (!user || canRun(usual, user)) return binariesIn(usual);
  const copy = join(openPlace, `postgres-${version}`);
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}.draft`;
    mkdirSync(openPlace, { recursive: true });
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    renameSync(draft, copy);
    say(`  Postgres can't run as root, and its user can't reach ${native}: a copy is in ${copy}.`);
  }
  return binariesIn(join(copy, "bin"));
}

/** Removes what `findPlace` made outside of the data directory; for throw-away clusters. */
export function forgetPlace({ directory }: Place) {
  if (directory.startsWith(`${openPlace}/`)) rmSync(dirname(directory), { recursive: true, force: true });
}
