// npm run backup [-- <file>]: everything in one file, also while Vouch runs.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { backUp } from "./backup/back-up";
import { inWords } from "./backup/words";
import { runCommand, stopRequested, type Undo } from "./command";
import { lockDataDirectory, lockHolder } from "./data-directory-lock";
import { runningDatabase } from "./database/embedded";
import { openDatabase } from "./database/open";
import { withClient } from "./database/with-client";
import { Obstacle, say, step } from "./say";
import { readSettings, type Settings } from "./settings";

const [file, ...more] = process.argv.slice(2);
// npm has changed into the project; the path is meant from where it was typed.
const from = process.env.INIT_CWD ?? process.cwd();

await runCommand(
  async (undo) => {
    if (more.length > 0 || file?.startsWith("-")) throw new Obstacle("Use it like this: npm run backup -- <file>");
    const settings = readSettings();
    const adminUrl = await databaseToRead(settings, undo);
    const { path } = await step("Backing up and verifying", inWords, () =>
      backUp(adminUrl, settings, { file: file && resolve(from, file), signal: stopRequested }),
    );
    say(path);
    return 0;
  },
  { whenStopped: 130 },
);

/** As it is: nothing is migrated, and a database that runs already is left running. */
async function databaseToRead(settings: Settings, undo: Undo): Promise<string> {
  const { dataDir, databaseUrl } = settings;
  if (databaseUrl) return openDatabase(settings, undo);
  const running = lockHolder(dataDir) && runningDatabase(dataDir);
  if (running) {
    await withClient(running, async () => {}).catch(() => {
      throw new Obstacle(`Vouch is just starting or stopping in ${dataDir}. Try again in a moment.`);
    });
    return running;
  }
  if (!existsSync(dataDir)) throw new Obstacle(`There is no ${dataDir}, so there is nothing to back up.`);
  const lock = await lockDataDirectory(dataDir, "making a backup");
  undo(lock.release);
  if (!runningDatabase(dataDir))
    throw new Obstacle(`There is no database in ${dataDir}, so there is nothing to back up.`);
  return openDatabase(settings, undo);
}
