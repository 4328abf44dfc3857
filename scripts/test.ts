// npm test: everything, each kind against its own throw-away database, with the plan of whatever the database tests ask
// (scripts/test/plans.ts). npm test -- <part of a path>: only those files; their plans, too, with --plans.
import { runCommand, stopRequested } from "./command";
import { startThrowAway, sweepThrowAways } from "./database/throw-away";
import { say } from "./say";
import { browserTests } from "./test/browser";
import { findChromium } from "./test/chromium";
import { endPlans, everyPlanNamesAnOwner, writePlans } from "./test/plans";
import { oneFailed, type Tally } from "./test/reports";
import { findPostgres15, formatAndLint, inWords, runSteps, type Step, types, vitest } from "./test/steps";

const withPlans = process.argv.includes("--plans");
const wanted = process.argv.slice(2).filter((word) => word !== "--plans");
const journeys = wanted.filter((path) => path.startsWith("e2e") || path.endsWith(".spec.ts"));
const others = wanted.filter((path) => !journeys.includes(path));
const everything = wanted.length === 0;

/** What depends on the database itself, for the oldest Postgres. */
const databaseTests = ["prisma/", "/data.test.ts", "backup/restored.test.ts", "database/pgbouncer.test.ts"];

await runCommand(
  async (undo) => {
    let tally: Tally = oneFailed("npm test"); // unless we get to the end
    undo(() => stopRequested.aborted || say(`\n${inWords(tally)}`)); // undone last: nothing may come after it
    await sweepThrowAways();
    const start = async (bin?: string) => {
      const cluster = await startThrowAway({ bin });
      undo(cluster.stop);
      return cluster;
    };
    const embedded = once(async () => {
      const cluster = await start();
      if (everything || withPlans) await writePlans(cluster.adminUrl);
      return cluster;
    });
    // Looked for (and installed) at once: its absence should be known before minutes have gone by.
    const chromium = everything || journeys.length > 0 ? findChromium() : undefined;
    chromium?.catch(() => {}); // the browser step says so

    const unit: Step = {
      name: "Unit and database tests",
      run: async () => vitest((await embedded()).adminUrl, others),
    };
    const browser: Step = {
      name: "Browser tests",
      run: async () => browserTests((await embedded()).adminUrl, (await chromium) ?? "", journeys),
    };
    const bin = findPostgres15();
    const oldest: Step = {
      name: "Database tests on Postgres 15",
      run: async () => vitest((await start(bin)).adminUrl, databaseTests),
    };
    const plans: Step = {
      name: "Owners in every plan",
      run: async () => {
        const { adminUrl, log } = await embedded();
        const tally = await everyPlanNamesAnOwner(log, everything);
        await endPlans(adminUrl, log);
        return tally;
      },
    };

    tally = await runSteps([
      ...(everything
        ? [formatAndLint, types, unit, plans, ...(bin ? [oldest] : []), browser]
        : [
            ...(others.length > 0 ? [unit] : []),
            ...(journeys.length > 0 ? [browser] : []),
            ...(withPlans ? [plans] : []),
          ]),
    ]);
    return tally.failed > 0 ? 1 : 0;
  },
  { whenStopped: 130 },
);

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
