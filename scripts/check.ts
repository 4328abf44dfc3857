// npm run check: what to run before every commit. The same steps as npm test, without browser and database tests.
import { runCommand } from "./command";
import { startThrowAway, sweepThrowAways } from "./database/throw-away";
import { say } from "./say";
import { formatAndLint, inWords, runSteps, types, vitest } from "./test/steps";

const databaseTests = [
  ...["prisma/**", "scripts/database/**", "scripts/backup/restored.test.ts"],
  ...["**/data.test.ts", "lib/db.test.ts"],
];

await runCommand(
  async (undo) => {
    await sweepThrowAways();
    const tally = await runSteps([
      formatAndLint,
      types,
      {
        name: "Unit tests",
        run: async () => {
          const cluster = await startThrowAway();
          undo(cluster.stop);
          return vitest(cluster.adminUrl, [], databaseTests);
        },
      },
    ]);
    say(`\n${inWords(tally)}`);
    return tally.failed > 0 ? 1 : 0;
  },
  { whenStopped: 130 },
);
