// npm run migrate: what npm start does to the database, and nothing else.
import { runCommand } from "./command";
import { openDataDirectory } from "./data-directory";
import { lockDataDirectory } from "./data-directory-lock";
import { openDatabase, prepareDatabase } from "./database/open";
import { step } from "./say";
import { readSettings } from "./settings";

await runCommand(async (undo) => {
  const settings = readSettings();
  openDataDirectory(settings.dataDir);
  const lock = await lockDataDirectory(settings.dataDir, "migrating");
  undo(lock.release);
  const database = await openDatabase(settings, (error) => {
    throw error;
  });
  undo(() => step("Stopping the database", "Database stopped", database.stop));
  await prepareDatabase(database.adminUrl, settings);
  return 0;
});
