import { runCommand } from "../command";
import { startThrowAway } from "../database/throw-away";
import { writePlans } from "./plans";
import { vitest } from "./steps";

await runCommand(
  async (undo) => {
    const c = await startThrowAway();
    undo(c.stop);
    if (!process.env.NOPLANS) await writePlans(c.adminUrl);
    const t = performance.now();
    await vitest(c.adminUrl, process.argv.slice(2));
    console.log("took", performance.now() - t);
    const { execSync } = await import("node:child_process");
    execSync("ls -d /tmp/vouch-test-*").toString();
    console.log(
      execSync(
        `ls -la $(ls -td /tmp/vouch-test-*/postgres.log | head -1); cp $(ls -td /tmp/vouch-test-*/postgres.log | head -1) /tmp/scale-plans.log`,
      ).toString(),
    );
    return 0;
  },
  { whenStopped: 130 },
);
