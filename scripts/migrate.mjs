import { run } from "./install.mjs";

await run("./migrate.ts");
