import { run } from "../install.mjs";

await run("./drills/disk.ts");
