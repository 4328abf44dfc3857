// Whether the server could work: asked over a connection of its own, so that neither a busy pool nor a database that hangs
// keeps the answer from coming.
import "server-only";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Pool, type PoolClient } from "pg";
import { env } from "@/lib/env";

export type DatabaseState = "ok" | "database unavailable" | "migrations missing";

const withinMs = 2_000;

// One a process, also when `next dev` loads this module anew.
const held = globalThis as { vouchHealth?: Pool };

function connection(): Pool {
  if (held.vouchHealth) return held.vouchHealth;
  const pool = new Pool({
    connectionString: env().APP_DATABASE_URL,
    ...{ max: 1, connectionTimeoutMillis: withinMs, query_timeout: withinMs },
  });
  pool.on("error", () => {}); // the next question asks over a new connection
  held.vouchHealth = pool;
  return pool;
}

let names: string[] | undefined;

/** The migrations this build comes with, by folder name. */
export function migrationsOfBuild(): string[] {
  names ??= readdirSync(join(process.cwd(), "prisma/migrations")).filter((name) => /^\d/.test(name));
  return names;
}

/** Whether the database answers within two seconds, and holds these migrations: one further on than this build is fine. */
export async function databaseState(migrations: string[]): Promise<DatabaseState> {
  const late = new AbortController();
  const answer = await Promise.race([
    ask(migrations),
    sleep(withinMs, "database unavailable" as const, { signal: late.signal }).catch(() => "ok" as const),
  ]);
  late.abort();
  return answer;
}

async function ask(migrations: string[]): Promise<DatabaseState> {
  let client: PoolClient | undefined;
  try {
    client = await connection().connect();
    // Postgres gives up, too. Said in a transaction: PgBouncer takes no such wish with a new connection.
    await client.query(`begin; set local statement_timeout = ${withinMs}`);
    const { rows } = await client.query<{ there: boolean }>(
      "select coalesce(bool_and(has_migration(name)), true) as there from unnest($1::text[]) as name",
      [migrations],
    );
    await client.query("commit");
    client.release();
    return rows[0]?.there ? "ok" : "migrations missing";
  } catch (error) {
    client?.release(true);
    return (error as { code?: string }).code === undefinedFunction ? "migrations missing" : "database unavailable";
  }
}

const undefinedFunction = "42883";
