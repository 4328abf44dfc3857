// npm start -- --demo: a believable sample owner in an empty database.
import type { OwnerDb } from "@/lib/db";
import { hasOwner } from "./database/setup-link";
import { sample } from "./sample";
import { Obstacle, say, step } from "./say";

/** Refuses a database that somebody already uses. `env` is the server's: what the data functions need to know. */
export async function fillDemo(adminUrl: string, env: NodeJS.ProcessEnv): Promise<void> {
  if (await hasOwner(adminUrl)) {
    throw new Obstacle(
      "--demo fills an empty database, and this one already has an owner. Start without it, or elsewhere: VOUCH_DATA_DIR=<directory> npm start -- --demo",
    );
  }
  await step("Filling in a sample owner", "Sample owner filled in", async () => {
    Object.assign(process.env, env); // lib/env reads it when the first query is made
    const { addAccount } = await import("@/lib/account/data");
    const { asOwner } = await import("@/lib/db");
    const { fillSample } = await import("@/lib/sample/fill/data");
    const world = { ...sample, now: new Date() };
    const { hideFirstSteps } = await import("@/lib/today/first-steps/data");
    const fill = async (db: OwnerDb) => {
      await fillSample(db, world);
      await hideFirstSteps(db); // somebody with years behind them
    };
    await asOwner(await addAccount(sample), fill, { timeoutMs: 5 * 60_000 });
  });
  say(`Sign in as ${sample.email} with the password: ${sample.password}`);
}
