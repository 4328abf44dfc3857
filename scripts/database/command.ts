// What the commands share that work on the database without serving: up, locked, migrated, and down again afterwards.
import { generateClient } from "../build";
import type { Undo } from "../command";
import { openDataDirectory } from "../data-directory";
import { lockDataDirectory, lockHolder } from "../data-directory-lock";
import { readSettings, type Settings } from "../settings";
import { runningDatabase } from "./embedded";
import { checkReachable } from "./fitness";
import { openDatabase, prepareDatabase } from "./open";

/** Answers with the settings and the application's database address; `doing` tells a second command why it must wait. */
export async function databaseForCommand(undo: Undo, doing: string) {
  return prepared(readSettings(), undo, doing);
}

/** The administrator's address, for what can be done beside a running Vouch; without one its own database is started. */
export async function databaseForAdministrator(undo: Undo, doing: string) {
  const settings = readSettings();
  const { databaseUrl, dataDir } = settings;
  if (databaseUrl) await checkReachable(databaseUrl);
  const running = databaseUrl ?? (lockHolder(dataDir) && runningDatabase(dataDir));
  return { settings, adminUrl: running ?? (await prepared(settings, undo, doing)).adminUrl };
}

async function prepared(settings: Settings, undo: Undo, doing: string) {
  openDataDirectory(settings.dataDir);
  const lock = await lockDataDirectory(settings.dataDir, doing);
  undo(lock.release);
  const adminUrl = await openDatabase(settings, undo);
  await generateClient();
  return { settings, adminUrl, appUrl: await prepareDatabase(adminUrl, settings) };
}
