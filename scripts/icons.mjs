import { run } from "./install.mjs";

await run("./icons.ts");
