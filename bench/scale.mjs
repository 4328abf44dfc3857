import { run } from "../scripts/install.mjs";

await run("../bench/scale.ts");
