import { run } from "./install.mjs";

await run("./seed.ts");
