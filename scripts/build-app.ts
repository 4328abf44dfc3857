// npm run build: what npm start makes before it serves, and nothing else. For an image, which is built once.
import { buildApp, generateClient } from "./build";
import { runCommand } from "./command";
import { readSettings } from "./settings";

await runCommand(async () => {
  const { dataDir } = readSettings();
  await generateClient();
  await buildApp(dataDir);
  return 0;
});
