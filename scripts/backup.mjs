import { run } from "./install.mjs";

await run("./backup.ts");
