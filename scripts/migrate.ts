// npm run migrate: what npm start does to the database, and nothing else.
import { runCommand } from "./command";
import { databaseForCommand } from "./database/command";

await runCommand(async (undo) => {
  await databaseForCommand(undo, "migrating");
  return 0;
});
