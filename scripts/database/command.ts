// What the commands share that work on the database without serving: up, locked, migrated, and down again afterwards.
import { generateClient } from "../build";
import type { Undo } from "../command";
import { openDataDirectory } from "../data-directory";
import { lockDataDirectory } from "../data-directory-lock";
import { readSettings } from "../settings";
import { openDatabase, prepareDatabase } from "./open";

/** Answers with the settings and the application's database address; `doing` tells a second command why it must wait. */
export async function databaseForCommand(undo: Undo, doing: string) {
  const settings = readSettings();
  openDataDirectory(settings.dataDir);
  const lock = await lockDataDirectory(settings.dataDir, doing);
  undo(lock.release);
  const adminUrl = await openDatabase(settings, undo);
  await generateClient();
  return { settings, appUrl: await prepareDatabase(adminUrl, settings) };
}
