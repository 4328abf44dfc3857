import { run } from "./install.mjs";

await run("./lighthouse.ts");
