import { run } from "./install.mjs";

await run("./restore.ts");
