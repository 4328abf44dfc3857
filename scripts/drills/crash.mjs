import { run } from "../install.mjs";

await run("./drills/crash.ts");
