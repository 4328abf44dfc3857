import { run } from "../scripts/install.mjs";

await run("../bench/strength.ts");
