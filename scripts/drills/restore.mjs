import { run } from "../install.mjs";

await run("./drills/restore.ts");
