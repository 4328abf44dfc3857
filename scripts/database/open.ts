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
      await checkAdministrator(adminUrl, settings.appDatabaseUrl !== undefined);
      const applied = await applyMigrations(adminUrl);
      await prepareJobs(adminUrl);
      if (!settings.appDatabaseUrl) return { applied, appUrl: await prepareAppRole(adminUrl, secretOf(settings)) };
      await checkAppRole(settings.appDatabaseUrl);
      return { applied, appUrl: settings.appDatabaseUrl };
    },
  ).then(({ appUrl }) => appUrl);
  await checkDurable(appUrl, settings.allowUnsafeDatabase); // again: one role or database can have its own setting
  return appUrl;
}

/** Signs sessions and makes the login role's password; made once unless VOUCH_SECRET is set. */
export function secretOf({ secret, dataDir }: Settings): string {
  return secret ?? keptSecret(dataDir, "secret");
}
