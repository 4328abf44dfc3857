import { run } from "../scripts/install.mjs";

await run("../bench/owners.ts");
