import { run } from "../scripts/install.mjs";

await run("../bench/desk.ts");
