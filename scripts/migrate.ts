// npm run migrate: what npm start does to the database, and nothing else.
import { runCommand } from "./command";
import { openDataDirectory } from "./data-directory";
import { lockDataDirectory } from "./data-directory-lock";
import { openDatabase, prepareDatabase } from "./database/open";
import { readSettings } from "./settings";

await runCommand(async (undo) => {
  const settings = readSettings();
  openDataDirectory(settings.dataDir);
  const lock = await lockDataDirectory(settings.dataDir, "migrating");
  undo(lock.release);
  const adminUrl = await openDatabase(settings, undo, () => {}); // a database gone for good fails the migration itself
  await prepareDatabase(adminUrl, settings);
  return 0;
});
