import { run } from "./install.mjs";

await run("./reset-password.ts");
