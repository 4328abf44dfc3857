import { run } from "../install.mjs";

await run("./drills/cluster.ts");
