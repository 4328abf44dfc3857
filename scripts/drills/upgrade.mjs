import { run } from "../install.mjs";

await run("./drills/upgrade.ts");
