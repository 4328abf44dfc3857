import { readdir } from "node:fs/promises";
import { Obstacle } from "../say";
import { withClient } from "./with-client";

const directory = "prisma/migrations";

/** Applies what is missing (of `names`, where given); answers with the names applied. */
export async function applyMigrations(adminUrl: string, names?: ReadonlySet<string>): Promise<string[]> {
  if (await hasAll(adminUrl, names)) return [];
  const { openSchemaEngine } = await import("../schema-engine");
  const engine = await openSchemaEngine(adminUrl);
  try {
    return await engine.apply(names);
  } catch (error) {
    throw new Obstacle(
      "A migration failed, and its changes were undone. Vouch didn't start; the data is as it was before.",
      error instanceof Error ? error.message : String(error),
    );
  } finally {
    await engine.close();
  }
}

/**
 * Whether there is nothing to do, which most starts find: loading the engine to be told so took longer than starting
 * Postgres. By the engine's own rule, a migration is there by its name once it has finished; one that failed is its to judge.
 */
async function hasAll(adminUrl: string, names?: ReadonlySet<string>): Promise<boolean> {
  const wanted = (await readdir(directory, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && (names?.has(entry.name) ?? true))
    .map(({ name }) => name);
  return withClient(adminUrl, async (client) => {
    const { rowCount: isNew } = await client.query("select where to_regclass('_prisma_migrations') is null");
    if (isNew) return false;
    const { rows } = await client.query<{ all: boolean }>(
      `select coalesce(bool_and(finished_at is not null), true)
              and $1::text[] <@ coalesce(array_agg(migration_name::text), '{}') as all
       from _prisma_migrations where rolled_back_at is null`,
      [wanted],
    );
    return rows[0]?.all === true;
  });
}
