import { Obstacle } from "../say";
import { openSchemaEngine } from "../schema-engine";

/** Applies what is missing (of `names`, where given); answers with the names applied. */
export async function applyMigrations(adminUrl: string, names?: ReadonlySet<string>): Promise<string[]> {
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
