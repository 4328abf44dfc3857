import { run } from "./install.mjs";

await run("./attack/attack.ts");
