// What is attacked: the production build on a database of its own, and the sample owner signed in.
import { join } from "node:path";
import type { OwnerId } from "@/lib/db";
import { deviceOwner } from "@/lib/offline/owner";
import { signedIn } from "@/lib/testing/session";
import { buildApp, generateClient } from "../build";
import type { Undo } from "../command";
import { openDataDirectory } from "../data-directory";
import { prepareDatabase, secretOf } from "../database/open";
import { startThrowAway } from "../database/throw-away";
import { withClient } from "../database/with-client";
import { freePort } from "../free-port";
import { serverEnvironment } from "../server/environment";
import { startServer } from "../server/next-server";
import { parseSettings } from "../settings";
import type { Victim } from "./finding";

export async function serveVictim(folder: string, undo: Undo): Promise<Victim> {
  const cluster = await startThrowAway();
  undo(cluster.stop);
  const database = new URL(cluster.adminUrl);
  database.pathname = "/vouch_attack";
  await withClient(cluster.adminUrl, (client) => client.query("create database vouch_attack"));
  const settings = parseSettings({
    PORT: String(await freePort()),
    VOUCH_DATA_DIR: join(folder, "data"),
    DATABASE_URL: database.href,
    VOUCH_ALLOW_UNSAFE_DATABASE: "1",
  });
  openDataDirectory(settings.dataDir);
  await generateClient();
  const appUrl = await prepareDatabase(database.href, settings);
  await buildApp(settings.dataDir);
  const secret = secretOf(settings);
  const env = serverEnvironment(settings, appUrl, secret, "production");
  const { fillDemo } = await import("../demo");
  await fillDemo(database.href, { ...env, DATABASE_POOL: "2" }); // as few as transactions.ts wants
  const server = await startServer(settings, env, "production");
  undo(server.stop);

  const { cookie, device, ids } = await withClient(database.href, async (client) => {
    const { rows } = await client.query<{ id: string }>("select id from app_user");
    const owner = (rows[0]?.id ?? "") as OwnerId;
    const signed = await signedIn(client, owner, { url: settings.publicUrl, secret });
    // A tool that presses every button would soon be signed out, or have the account deleted.
    await client.query(`
      create function stays() returns trigger language plpgsql as 'begin return null; end';
      create trigger stays before delete on session for each row execute function stays();
      create trigger stays before delete on app_user for each row execute function stays()`);
    const first = async (table: string) =>
      (await client.query<{ id: string }>(`select id from ${table} where owner_id = $1 limit 1`, [owner])).rows[0]
        ?.id ?? "";
    const found: [string, string][] = [];
    for (const table of ["contact", "interaction", "credential_check", "recommendation"])
      found.push([table, await first(table)]);
    return { cookie: signed, device: deviceOwner(owner), ids: Object.fromEntries(found) };
  });

  const serveAt = async (publicUrl: string) => {
    const again = { ...settings, port: await freePort(), publicUrl, dataDir: join(folder, "again") };
    openDataDirectory(again.dataDir);
    const second = await startServer(again, serverEnvironment(again, appUrl, secret, "production"), "production");
    undo(second.stop);
    return `http://127.0.0.1:${again.port}`;
  };
  return { address: settings.publicUrl, adminUrl: database.href, cookie, device, ids, serveAt };
}
