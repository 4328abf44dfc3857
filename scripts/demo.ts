// npm start -- --demo: a believable sample owner in an empty database.
import { hasOwner } from "./database/setup-link";
import { Obstacle } from "./say";

/** Refuses a database that somebody already uses. `env` is the server's: what the data functions need to know. */
export async function fillDemo(adminUrl: string, _env: NodeJS.ProcessEnv): Promise<void> {
  if (await hasOwner(adminUrl)) {
    throw new Obstacle(
      "--demo fills an empty database, and this one already has an owner. Start without it, or elsewhere: VOUCH_DATA_DIR=<directory> npm start -- --demo",
    );
  }
}
