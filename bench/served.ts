// The production server on the benchmark's own database, and a way in as one of its owners.
import { join } from "node:path";
import type { Client } from "pg";
import type { OwnerId } from "@/lib/db";
import { signedIn } from "@/lib/testing/session";
import { buildApp } from "../scripts/build";
import type { Undo } from "../scripts/command";
import { openDataDirectory } from "../scripts/data-directory";
import { freePort } from "../scripts/free-port";
import { serverEnvironment } from "../scripts/server/environment";
import { startServer } from "../scripts/server/next-server";
import { parseSettings } from "../scripts/settings";

const secret = () => process.env.VOUCH_SECRET as string;

/** Builds and starts it; what it needs lies in `folder`. `own`: settings beside those every server has; `flags`: for Node. */
export async function serveApp(
  folder: string,
  undo: Undo,
  { own, flags }: { own?: Record<string, string>; flags?: string[] } = {},
) {
  const settings = parseSettings({ PORT: String(await freePort()), VOUCH_DATA_DIR: join(folder, "data") });
  openDataDirectory(settings.dataDir);
  await buildApp(settings.dataDir);
  const env = {
    ...serverEnvironment(settings, process.env.APP_DATABASE_URL as string, secret(), "production"),
    ...own,
  };
  const server = await startServer(settings, env, "production", flags);
  undo(server.stop);
  return { pid: server.process.pid, at: (path: string) => new URL(path, settings.publicUrl) };
}

/** A session as signing in makes it. */
export async function cookieOf(admin: Client, owner: OwnerId): Promise<string> {
  const { name, value } = await signedIn(admin, owner, { url: process.env.VOUCH_URL as string, secret: secret() });
  return `${name}=${value}`;
}
