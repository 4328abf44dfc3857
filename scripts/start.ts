// npm start (and npm run dev): database up, migrated, built, served; until somebody asks to stop.
import { once } from "node:events";
import { checkBackups } from "./backup/back-up";
import { startBackupClock } from "./backup/clock";
import { buildApp, generateClient } from "./build";
import { runCommand, stopRequested } from "./command";
import { emptyLargeLogs, openDataDirectory } from "./data-directory";
import { lockDataDirectory } from "./data-directory-lock";
import { openDatabase, prepareDatabase, secretOf } from "./database/open";
import { hasOwner, newSetupLink } from "./database/setup-link";
import { fillDemo } from "./demo";
import { keepRunning } from "./running";
import { Obstacle, say, step } from "./say";
import { serverEnvironment } from "./server/environment";
import { startServer, stopLeftoverServer } from "./server/next-server";
import { checkPort } from "./server/port";
import { readSettings } from "./settings";

const flags = process.argv.slice(2);

await runCommand(async (undo) => {
  const strange = flags.find((flag) => !["--dev", "--demo"].includes(flag));
  if (strange) throw new Obstacle(`"${strange}" is unknown here. There is: npm start -- --demo`);
  const mode = flags.includes("--dev") ? "development" : "production";
  const settings = readSettings();
  const { dataDir, host, port, publicUrl } = settings;

  openDataDirectory(dataDir);
  const lock = await lockDataDirectory(dataDir, `running at ${publicUrl}`);
  undo(lock.release);
  checkBackups(settings);
  await stopLeftoverServer(dataDir);
  await checkPort(host, port);

  const adminUrl = await openDatabase(settings, undo);
  await generateClient();
  const appUrl = await prepareDatabase(adminUrl, settings);
  if (settings.allowUnsafeDatabase) say("! VOUCH_ALLOW_UNSAFE_DATABASE: a crash may lose what Vouch has confirmed.");
  const env = serverEnvironment(settings, appUrl, secretOf(settings), mode);
  if (flags.includes("--demo")) await fillDemo(adminUrl, env);
  if (mode === "production") await buildApp(dataDir);

  const start = () => startServer(settings, env, mode);
  const first = await step("Starting the server", "Server started", start);
  const server = keepRunning("The server", first, start);
  undo(() => step("Stopping the server", "Server stopped", server.stop));
  undo(startBackupClock(adminUrl, settings).stop);
  const logs = setInterval(() => {
    try {
      emptyLargeLogs(dataDir);
    } catch {} // the disk is full: there may be room in a minute
  }, 60_000);
  undo(() => clearInterval(logs));

  say(`\nVouch is at ${publicUrl}`);
  if (!(await hasOwner(adminUrl))) {
    say(`Set it up with this link; it works once, for a day:\n${await newSetupLink(adminUrl, publicUrl)}`);
  }
  if (publicUrl.startsWith("https:") && settings.trustedProxies === 0) {
    say(
      "! A proxy seems to stand in front: say so with VOUCH_TRUSTED_PROXIES=1, or its visitors' slips are counted as one's.",
    );
  }
  say("Ctrl-C stops it.\n");

  if (!stopRequested.aborted) await once(stopRequested, "abort");
  return 0;
});
