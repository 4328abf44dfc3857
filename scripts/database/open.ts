// The database, ready for the server: reached or started, migrated, with the application's own login.
import type { Undo } from "../command";
import { keptSecret } from "../data-directory";
import { step } from "../say";
import type { Settings } from "../settings";
import { checkAdministrator, checkAppRole, prepareAppRole } from "./app-role";
import { startEmbedded } from "./embedded";
import { checkDurable, checkReachable } from "./fitness";
import { prepareJobs } from "./jobs";
import { applyMigrations } from "./migrations";
import { withClient } from "./with-client";

/** Starts the embedded Postgres, or reaches the one that DATABASE_URL names. Answers with the administrator's address. */
export async function openDatabase(settings: Settings, undo: Undo): Promise<string> {
  const { databaseUrl, dataDir } = settings;
  if (!databaseUrl) {
    const embedded = await step("Starting the database", "Database started", () => startEmbedded(dataDir));
    undo(() => step("Stopping the database", "Database stopped", embedded.stop));
    return embedded.adminUrl;
  }
  await step(
    "Reaching the database",
    `Database reached at ${new URL(databaseUrl).host || "the local socket"}`,
    async () => {
      await checkReachable(databaseUrl);
      await checkDurable(databaseUrl, settings.allowUnsafeDatabase); // before anything is written
    },
  );
  return databaseUrl;
}

/** Migrations, job tables, login role; answers with the address the server process gets. */
export async function prepareDatabase(adminUrl: string, settings: Settings): Promise<string> {
  const appUrl = await step(
    "Applying migrations",
    ({ applied }) =>
      applied.length > 0 ? `Migrations applied: ${applied.join(", ")}` : "Database schema is up to date",
    async () => {
      const { appDatabaseUrl, poolerUrl } = settings;
      await checkAdministrator(adminUrl, appDatabaseUrl !== undefined);
      return oneAtATime(adminUrl, async () => {
        const applied = await applyMigrations(adminUrl);
        await prepareJobs(adminUrl);
        if (!appDatabaseUrl) return { applied, appUrl: await prepareAppRole(adminUrl, secretOf(settings), poolerUrl) };
        await checkAppRole(appDatabaseUrl);
        return { applied, appUrl: appDatabaseUrl };
      });
    },
  ).then(({ appUrl }) => appUrl);
  await checkDurable(appUrl, settings.allowUnsafeDatabase); // again: one role or database can have its own setting
  return appUrl;
}

/** Of several servers that start on one database at once, each waits for the one before to be through. */
function oneAtATime<T>(adminUrl: string, work: () => Promise<T>): Promise<T> {
  return withClient(adminUrl, async (client) => {
    await client.query(
      "begin; set local idle_in_transaction_session_timeout = 0; select pg_advisory_xact_lock(hashtextextended('vouch: preparing', 0))",
    );
    return work(); // the lock ends with the connection
  });
}

/** Signs sessions and makes the login role's password; made once unless VOUCH_SECRET is set. */
export function secretOf({ secret, dataDir }: Settings): string {
  return secret ?? keptSecret(dataDir, "secret");
}
