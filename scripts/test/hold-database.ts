// For a test: does to the embedded database what npm start does, says "ready", and holds it until asked to stop.
import { once } from "node:events";
import { runCommand, stopRequested } from "../command";
import { openDataDirectory } from "../data-directory";
import { lockDataDirectory } from "../data-directory-lock";
import { openDatabase } from "../database/open";
import { say } from "../say";
import { readSettings } from "../settings";

await runCommand(async (undo) => {
  const settings = readSettings();
  openDataDirectory(settings.dataDir);
  const lock = await lockDataDirectory(settings.dataDir, "running");
  undo(lock.release);
  await openDatabase(settings, undo);
  say("ready");
  if (!stopRequested.aborted) await once(stopRequested, "abort");
  return 0;
});
