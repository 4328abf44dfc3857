// The programs of a deployment on several machines, from Debian's packages: found, and run as a user who isn't root.
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseEnv } from "node:util";
import { stopRequested, type Undo } from "../../command";
import { postgresUser, type SystemUser } from "../../database/postgres-user";
import { isAlive, isGone, type ProcessIdentity } from "../../process-identity";
import { spawnLogged } from "../../running";
import { Obstacle } from "../../say";

export const postgresBin = "/usr/lib/postgresql/15/bin";
const packages = {
  etcd: "etcd-server",
  patroni: "patroni",
  pgbouncer: "pgbouncer",
  haproxy: "haproxy",
  [join(postgresBin, "postgres")]: "postgresql-15",
};
const path = "/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/usr/bin:/bin";

/** Throws an Obstacle that says what to install. */
export function checkPrograms(): void {
  const missing = Object.entries(packages).filter(([program]) => !whereIs(program));
  if (missing.length === 0) return;
  throw new Obstacle(
    `This drill runs Debian's own programs, and some aren't here. Install them: apt-get install ${missing.map(([, name]) => name).join(" ")}. They needn't run: the drill starts its own.`,
  );
}

function whereIs(program: string): string | undefined {
  const places = program.startsWith("/") ? [program] : path.split(delimiter).map((folder) => join(folder, program));
  return places.find((place) => existsSync(place));
}

const deployment = "deploy/cluster";

/** The settings of a file of the deployment, with other values for this machine; throws for a name that isn't in the file. */
export function environment(file: string, here: Record<string, string>): Record<string, string> {
  const settings = parseEnv(readFileSync(join(deployment, file), "utf8")) as Record<string, string>;
  const strange = Object.keys(here).find((name) => !(name in settings));
  if (strange) throw new Error(`${file} doesn't name ${strange}.`);
  return { ...settings, ...here };
}

export type Program = {
  process: ProcessIdentity;
  /** Its last words. */
  said: () => string;
  /** By SIGTERM, and by SIGKILL if it doesn't end. */
  stop: () => Promise<void>;
};

export class Machines {
  readonly user: SystemUser | undefined;

  /** `home`: where everything lies, a folder that the programs' user may pass through. */
  constructor(
    readonly home: string,
    private readonly undo: Undo,
  ) {
    this.user = postgresUser(join(home, "nobody's yet"));
    cpSync(deployment, join(home, "configuration"), { recursive: true }); // the project may lie where that user can't look
  }

  /** A file of the deployment, as it is. */
  configuration(file: string): string {
    return join(this.home, "configuration", file);
  }

  /** A file for the programs alone. */
  write(name: string, text: string): string {
    const path = join(this.folder("written"), name);
    writeFileSync(path, text, { mode: 0o600 });
    if (this.user) chownSync(path, this.user.uid, this.user.gid);
    return path;
  }

  /** A folder that belongs to the programs. */
  folder(name: string): string {
    const folder = join(this.home, name);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (this.user) chownSync(folder, this.user.uid, this.user.gid);
    return folder;
  }

  /** Starts it; it is stopped when the command ends. */
  async run(name: string, [command = "", ...args]: string[], env: Record<string, string> = {}): Promise<Program> {
    const { process: identity, said } = await spawnLogged(
      whereIs(command) ?? command,
      args,
      join(this.home, `${name}.log`),
      {
        ...this.user,
        cwd: this.home,
        env: { PATH: path, HOME: this.home, LC_ALL: "C.UTF-8", NODE_ENV: "production", ...env },
      },
    );
    const stop = async () => {
      if (!isAlive(identity)) return;
      process.kill(identity.pid, "SIGTERM");
      if (await isGone(identity, 15_000)) return;
      process.kill(identity.pid, "SIGKILL");
      await isGone(identity, 5_000);
    };
    this.undo(stop);
    return { process: identity, said, stop };
  }
}

/** Asks until it is so; throws with a program's last words where it ended, or where it takes longer than anybody would wait. */
export async function until(what: string, isSo: () => Promise<boolean> | boolean, program?: Program): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (!(await isSo())) {
    stopRequested.throwIfAborted();
    const ended = program && !isAlive(program.process);
    if (ended || Date.now() > deadline) throw new Obstacle(`${what}: waited in vain.`, program?.said());
    await sleep(100);
  }
}
