// A server and a database of its own, on the build that is there: for a journey that nobody else may notice, or that needs
// other settings.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDataDirectory } from "../scripts/data-directory";
import { prepareDatabase, secretOf } from "../scripts/database/open";
import { freePort } from "../scripts/free-port";
import { serverEnvironment } from "../scripts/server/environment";
import { startServer } from "../scripts/server/next-server";
import { parseSettings } from "../scripts/settings";
import { asAdministrator } from "./fixtures";

/** `log`: the file its words go to. */
export type OwnServer = { url: string; databaseUrl: string; secret: string; log: string };

/** Runs `use` with a server on the database `name`, reached as `host`; both are gone afterwards. */
export async function withOwnServer(
  name: string,
  use: (server: OwnServer) => Promise<void>,
  { host = "127.0.0.1" } = {},
): Promise<void> {
  const database = new URL(process.env.E2E_ADMIN_URL ?? "");
  database.pathname = `/${name}`;
  await asAdministrator((client) => client.query(`create database ${name}`));
  const home = mkdtempSync(join(tmpdir(), `${name}-`));
  const port = await freePort();
  const settings = parseSettings({
    PORT: String(port),
    VOUCH_URL: `http://${host}:${port}`,
    VOUCH_DATA_DIR: home,
    DATABASE_URL: database.href,
    VOUCH_ALLOW_UNSAFE_DATABASE: "1",
  });
  openDataDirectory(home);
  const appUrl = await prepareDatabase(database.href, settings);
  const secret = secretOf(settings);
  const env = serverEnvironment(settings, appUrl, secret, "production");
  const server = await startServer(settings, env, "production");
  const log = join(home, "logs", "server.log");
  await use({ url: settings.publicUrl, databaseUrl: database.href, secret, log });
  await server.stop();
  rmSync(home, { recursive: true });
  await asAdministrator((client) => client.query(`drop database ${name} with (force)`));
}
