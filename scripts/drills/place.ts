// A Vouch for one drill: its data directory, its port, its first owner. Nothing of it is meant to survive.
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Client } from "pg";
import type { Undo } from "../command";
import { runningDatabase } from "../database/embedded";
import { stopLeftoverPostgres } from "../database/leftover-postgres";
import { freePort } from "../free-port";
import { Obstacle, say } from "../say";
import { stopLeftoverServer } from "../server/next-server";
import { type Person, setUp, signedIn, type Visitor } from "./visitor";

export type Drill = {
  home: string;
  dataDir: string;
  port: number;
  address: string;
  /** In everything that is typed, and nowhere else in the world. */
  word: string;
  person: Person;
};

/** A directory for one drill; at the end it is removed, or named where it is to be kept. */
export function drillHome(undo: Undo, keep: () => boolean): string {
  const home = mkdtempSync(join(tmpdir(), "vouch-drill-"));
  chmodSync(home, 0o711); // root's Postgres runs as another user, who has to pass through
  undo(() => {
    if (keep()) say(`What is left of it is in ${home}.`);
    else rmSync(home, { recursive: true, force: true });
  });
  return home;
}

/** Makes it in `home`, or in a directory of its own, which is removed at the end unless something was found wrong. */
export async function drillPlace(
  undo: Undo,
  keep: () => boolean,
  home: string = drillHome(undo, keep),
): Promise<Drill> {
  const dataDir = join(home, "data");
  undo(async () => {
    await stopLeftoverServer(dataDir);
    await stopLeftoverPostgres(join(dataDir, "postgres"));
  });
  const port = await freePort();
  const word = `Quill${randomBytes(4).toString("hex")}`;
  const person = {
    name: `Olive ${word}`,
    email: `${word.toLowerCase()}@example.test`,
    password: `a sentence of ${word}`,
  };
  return { home, dataDir, port, address: `http://127.0.0.1:${port}`, word, person };
}

/** The first account, made by the printed link, and `count` people signed in to it, each with a session of their own. */
export async function moveIn(drill: Drill, setupLink: string | undefined, count: number): Promise<Visitor[]> {
  if (!setupLink) throw new Error("npm start printed no setup link.");
  await setUp(drill.address, setupLink, drill.person);
  const visitors: Visitor[] = [];
  for (let number = 0; number < count; number++) visitors.push(await signedIn(drill.address, drill.person));
  return visitors;
}

/** The administrator's look at the database that is up now. */
export async function asAdministrator<T>(dataDir: string, work: (admin: Client) => Promise<T>): Promise<T> {
  const admin = new Client({ connectionString: runningDatabase(dataDir) });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

export async function onlyOwner(admin: Client): Promise<string> {
  const { rows } = await admin.query<{ id: string }>("select id from app_user");
  if (rows.length !== 1 || !rows[0]) throw new Error(`There should be one owner, and there are ${rows.length}.`);
  return rows[0].id;
}

/** The logs that hold a word of what was typed. */
export function logsWith(dataDir: string, word: string): string[] {
  const logs = join(dataDir, "logs");
  const holds = (name: string) => readFileSync(join(logs, name), "utf8").toLowerCase().includes(word.toLowerCase());
  return existsSync(logs) ? readdirSync(logs).filter(holds) : [];
}

/** The options of a drill's command, each a whole number; throws an Obstacle with `usage` for anything else. */
export function numbersAsked<Name extends string>(usage: string, defaults: Record<Name, number>): Record<Name, number> {
  const options = Object.fromEntries(Object.keys(defaults).map((name) => [name, { type: "string" } as const]));
  let typed: Record<string, unknown>;
  try {
    typed = parseArgs({ options }).values;
  } catch {
    throw new Obstacle(usage);
  }
  const number = ([name, usual]: [string, unknown]) => {
    const value = typed[name] === undefined ? usual : Number(typed[name]);
    if (!Number.isInteger(value)) throw new Obstacle(usage);
    return [name, value];
  };
  return Object.fromEntries(Object.entries(defaults).map(number));
}
