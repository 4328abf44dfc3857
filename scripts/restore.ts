// npm run restore -- <file>: a backup into an empty place, brought up to date; and nothing where anything is wrong with it.
import { resolve } from "node:path";
import { loadBackup } from "./backup/load";
import { passphraseOf } from "./backup/passphrase";
import { readBackup } from "./backup/read";
import { checkKnown } from "./backup/state";
import { generateClient } from "./build";
import { runCommand, stopRequested } from "./command";
import { openDataDirectory } from "./data-directory";
import { lockDataDirectory } from "./data-directory-lock";
import { checkAdministrator } from "./database/app-role";
import { openDatabase, prepareDatabase } from "./database/open";
import { Obstacle, say, step } from "./say";
import { readSettings } from "./settings";

const [file, ...more] = process.argv.slice(2);
const from = process.env.INIT_CWD ?? process.cwd();

await runCommand(
  async (undo) => {
    if (!file || more.length > 0 || file.startsWith("-")) {
      throw new Obstacle("Use it like this: npm run restore -- <file>");
    }
    const settings = readSettings();
    const options = { passphrase: passphraseOf(settings), signal: stopRequested };
    await generateClient();
    // Looked at first: nothing is made for a file that can't be restored.
    await readBackup(resolve(from, file), options, async (backup) => {
      checkKnown(backup.header.migrations);
      openDataDirectory(settings.dataDir);
      const lock = await lockDataDirectory(settings.dataDir, "restoring a backup");
      undo(lock.release);
      const adminUrl = await openDatabase(settings, undo);
      await checkAdministrator(adminUrl, settings.appDatabaseUrl !== undefined);
      await step(
        `Restoring the backup of ${backup.header.madeAt}`,
        (tables) => {
          const rows = tables.reduce((sum, table) => sum + table.rows, 0);
          return `Restored ${rows} rows of ${tables.length} tables, as they were at ${backup.header.madeAt}; every count and checksum is the same`;
        },
        () => loadBackup(adminUrl, backup),
      );
      await prepareDatabase(adminUrl, settings);
    });
    say("Now: npm start");
    return 0;
  },
  { whenStopped: 130 },
);
