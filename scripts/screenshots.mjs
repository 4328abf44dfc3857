import { run } from "./install.mjs";

await run("./screenshots.ts");
