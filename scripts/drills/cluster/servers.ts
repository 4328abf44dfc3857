// Two servers as npm start runs them, each with a PgBouncer of its own, and the release after this one.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { Obstacle } from "../../say";
import { type Served, serverOf, start } from "../served";
import { environment } from "./programs";

export type Server = { name: string; port: number; dataDir: string; settings: Record<string, string>; served: Served };

/** What both share, and the PgBouncer of one. */
export function settingsOf(shared: { url: string; secret: string; adminUrl: string }, poolerUrl: string) {
  const { PORT: _, ...settings } = environment("vouch.env", {
    HOST: "127.0.0.1",
    VOUCH_URL: shared.url,
    VOUCH_SECRET: shared.secret,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "", // the two serve one build, and so share its key
    DATABASE_URL: shared.adminUrl,
    APP_DATABASE_URL: poolerUrl,
  });
  return settings;
}

/** `again`: with the build that is there, whatever is edited meanwhile. */
export async function startServer(
  place: Omit<Server, "served">,
  { folder, again = true }: { folder?: string; again?: boolean } = {},
): Promise<Server> {
  return { ...place, served: await start(place.dataDir, place.port, { again, folder, settings: place.settings }) };
}

export const pidsOf = (servers: Server[]) => servers.flatMap(({ dataDir }) => serverOf(dataDir) ?? []);

/** The database's part of a start, as whoever runs a deployment does it: on the primary, past PgBouncer. */
export async function migrate(dataDir: string, settings: Record<string, string>, folder?: string): Promise<void> {
  const npm = spawn("npm", ["run", "migrate"], {
    cwd: folder,
    env: { ...process.env, ...settings, VOUCH_DATA_DIR: dataDir, npm_lifecycle_event: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = Promise.all([npm.stdout, npm.stderr].map((stream) => text(stream)));
  const [status] = await once(npm, "close");
  if (status !== 0) throw new Obstacle("npm run migrate failed; its words are above.", (await said).join(""));
}

const notInARelease = /^(\.(git|ci)|node_modules|test-results|playwright-report)$/;

/** A copy of this Vouch, built, that comes with one migration more: what expand allows. */
export function nextRelease(folder: string): string {
  mkdirSync(folder);
  for (const name of readdirSync(".").filter((name) => !notInARelease.test(name))) {
    const isWanted = (path: string) => !/^\.next\/(cache|dev)$/.test(path);
    cpSync(name, join(folder, name), { recursive: true, verbatimSymlinks: true, filter: isWanted });
  }
  symlinkSync(join(process.cwd(), "node_modules"), join(folder, "node_modules"));
  const migration = join(folder, "prisma/migrations/20991231000000_drill");
  mkdirSync(migration);
  writeFileSync(
    join(migration, "migration.sql"),
    `alter table contact add column drilled text;
     alter table interaction add column drilled int not null default 0;
     create table drilled (owner_id uuid not null, id uuid not null, primary key (owner_id, id));`,
  );
  return folder;
}
