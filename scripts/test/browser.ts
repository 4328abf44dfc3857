// The browser tests: the production build, served the way npm start serves it, on a database of its own.

import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildApp, generateClient } from "../build";
import { openDataDirectory } from "../data-directory";
import { prepareDatabase, secretOf } from "../database/open";
import { withClient } from "../database/with-client";
import { freePort } from "../free-port";
import { say } from "../say";
import { serverEnvironment } from "../server/environment";
import { startServer } from "../server/next-server";
import { parseSettings } from "../settings";
import { findHeadlessShell } from "./chromium";
import { wordsIn } from "./kept-quiet";
import { outboundIn, watchOutbound } from "./outbound";
import { add, countPlaywright, oneFailed, onePassed, readReport, type Tally } from "./reports";
import { runProgram } from "./run-program";
import { errorsIn, pagesShown } from "./what-failed";

/** Runs Playwright's tests (those of `files`, or all) against a server on a new database in `adminUrl`'s cluster. */
export async function browserTests(adminUrl: string, chromium: string, files: string[] = []): Promise<Tally> {
  const home = mkdtempSync(join(tmpdir(), "vouch-e2e-"));
  const database = new URL(adminUrl);
  database.pathname = "/vouch_e2e";
  await withClient(adminUrl, (client) => client.query("create database vouch_e2e"));
  const settings = parseSettings({
    PORT: String(await freePort()),
    VOUCH_DATA_DIR: join(home, "data"),
    DATABASE_URL: database.href,
    VOUCH_ALLOW_UNSAFE_DATABASE: "1",
  });
  openDataDirectory(settings.dataDir);
  await generateClient();
  const appUrl = await prepareDatabase(database.href, settings);
  await buildApp(settings.dataDir);
  const outbound = join(home, "outbound.log");
  // Nobody listens there but the journey about the digest.
  const mail = {
    VOUCH_SMTP_URL: `smtp://127.0.0.1:${await freePort()}`,
    VOUCH_MAIL_FROM: "Vouch <vouch@example.test>",
  };
  // Nor there but the journey about signing in with it. Another site than Vouch's, as providers are.
  const provider = {
    VOUCH_OIDC_ISSUER: `http://localhost:${await freePort()}`,
    VOUCH_OIDC_CLIENT_ID: "vouch",
    VOUCH_OIDC_CLIENT_SECRET: "a secret between the two",
    VOUCH_OIDC_NAME: "Example Login",
  };
  const secret = secretOf(settings);
  const metricsPort = String(await freePort());
  const served = {
    ...serverEnvironment(settings, appUrl, secret, "production"),
    ...mail,
    ...provider,
    VOUCH_METRICS_PORT: metricsPort,
  };
  const env = watchOutbound(served, outbound);
  const server = await startServer(settings, env, "production");
  const report = join(home, "playwright.json");
  const headlessShell = findHeadlessShell();
  try {
    const endedWell = await runProgram(
      // The journeys borrow from lib what is for servers only.
      ["--conditions=react-server", "node_modules/@playwright/test/cli.js", "test", "--reporter=list,json", ...files],
      {
        E2E_BASE_URL: settings.publicUrl,
        E2E_ADMIN_URL: database.href,
        E2E_SECRET: secret,
        E2E_SERVER_PID: String(server.process.pid),
        E2E_SERVER_ENV: JSON.stringify(served),
        E2E_OUTBOUND_LOG: outbound,
        E2E_METRICS_URL: `http://127.0.0.1:${metricsPort}`,
        E2E_SERVER_LOG: serverLog(settings.dataDir),
        E2E_SMTP_URL: mail.VOUCH_SMTP_URL,
        E2E_OIDC_ISSUER: provider.VOUCH_OIDC_ISSUER,
        E2E_OIDC_SECRET: provider.VOUCH_OIDC_CLIENT_SECRET,
        VOUCH_CHROMIUM: chromium,
        ...(headlessShell ? { E2E_HEADLESS_SHELL: headlessShell } : {}),
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      },
    );
    const journeys = add(readReport(report, countPlaywright, endedWell), stayedHere(outbound));
    const tally = add(journeys, await keptQuiet(serverLog(settings.dataDir), database.href));
    if (tally.failed > 0) {
      keepServerLog(settings.dataDir);
      for (const line of [...errorsIn(serverLog(settings.dataDir)), ...pagesShown("test-results")]) say(line);
    }
    return tally;
  } finally {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

/** Whatever the journeys did: one test that passes where the server connected to nothing outside. */
function stayedHere(log: string): Tally {
  const left = outboundIn(log);
  if (left.length === 0) return onePassed;
  return oneFailed(
    `The server connects to nothing but its database, mail server and provider, and yet: ${left.join(", ")}.`,
  );
}

const serverLog = (dataDir: string) => join(dataDir, "logs", "server.log");

/** Whatever the journeys typed and uploaded: one test that passes where the server's log holds no word of it. */
async function keptQuiet(log: string, adminUrl: string): Promise<Tally> {
  const wrong = await wordsIn(log, adminUrl);
  return wrong ? oneFailed(wrong) : onePassed;
}

function keepServerLog(dataDir: string) {
  const log = serverLog(dataDir);
  if (!existsSync(log)) return;
  mkdirSync("test-results", { recursive: true });
  copyFileSync(log, "test-results/server.log");
  say("What the server logged meanwhile is in test-results/server.log.");
}
