import { run } from "./install.mjs";

await run("./build-app.ts");
