// Whether a Postgres is fit to keep people's records: new enough, and set to lose nothing in a crash.
import { Obstacle } from "../say";
import { withClient } from "./with-client";

const oldestMajor = 15;

/** Reaches the administrator's Postgres or explains, in one sentence, why it can't be reached or used. */
export async function checkReachable(url: string): Promise<void> {
  const { version, number } = await withClient(url, async (client) => {
    const { rows } = await client.query<{ version: string; number: number }>(
      "select current_setting('server_version') as version, current_setting('server_version_num')::int as number",
    );
    return rows[0] ?? { version: "unknown", number: 0 };
  }).catch((error: unknown) => {
    throw unreachable(url, error);
  });
  if (number < oldestMajor * 10_000) {
    throw new Obstacle(`Vouch needs Postgres ${oldestMajor} or newer, and DATABASE_URL leads to Postgres ${version}.`);
  }
}

const safetySettings = ["fsync", "full_page_writes", "synchronous_commit"] as const;

/** Refuses a server that may lose what it has confirmed to the role in `url`. */
export async function checkDurable(url: string, allowUnsafe: boolean): Promise<void> {
  if (allowUnsafe) return;
  const off = await withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "select name from pg_settings where name = any($1) and setting = 'off'",
      [safetySettings],
    );
    return rows.map(({ name }) => name);
  });
  if (off.length === 0) return;
  throw new Obstacle(
    `Postgres runs with ${off.join(" and ")} off, so a crash could lose what Vouch has confirmed. Turn ${off.length > 1 ? "them" : "it"} on; for throw-away data only, set VOUCH_ALLOW_UNSAFE_DATABASE=1.`,
  );
}

function unreachable(url: string, error: unknown): Obstacle {
  const { code, message } = error as { code?: string; message?: string };
  const { hostname, port, pathname } = new URL(url);
  const name = decodeURIComponent(pathname.slice(1));
  if (code === "3D000") {
    return new Obstacle(
      `There is no database "${name}" on the server that DATABASE_URL names. Make it first: create database "${name}";`,
    );
  }
  if (code === "28P01" || code === "28000") {
    return new Obstacle(`Postgres doesn't accept the user and password in DATABASE_URL (${message}).`);
  }
  const where = `${hostname || "localhost"}:${port || 5432}`;
  return new Obstacle(`Vouch can't reach the Postgres that DATABASE_URL names, at ${where} (${code ?? message}).`);
}
