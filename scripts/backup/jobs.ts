// Background jobs that were waiting or at work when the backup was made: without them an import that was running would
// wait for ever. Handlers repeat safely, so all of them simply start anew. What is done, failed or only a
// schedule of pg-boss' own isn't taken.
import type { Client } from "pg";
import type { Header } from "./format";

type Job = Header["jobs"][number];

export async function waitingJobs(client: Client): Promise<Job[]> {
  const { rowCount: exists } = await client.query("select where to_regclass('pgboss.job') is not null");
  if (!exists) return [];
  const { rows } = await client.query<Job>(`
    select name, data, jsonb_build_object('retryLimit', retry_limit, 'retryDelay', retry_delay,
      'retryBackoff', retry_backoff, 'retryDelayMax', retry_delay_max,
      'expireInSeconds', expire_seconds, 'heartbeatSeconds', heartbeat_seconds) as options
    from pgboss.job where state in ('created', 'retry', 'active') and name not like '\\_\\_pgboss%'
    order by created_on, id`);
  return rows;
}

/** Asks for the jobs again, in the client's own transaction. The job tables must be there (scripts/database/jobs.ts). */
export async function sendAgain(client: Client, jobs: Job[]): Promise<void> {
  if (jobs.length === 0) return;
  const { PgBoss } = await import("pg-boss");
  const db = { executeSql: (sql: string, values?: unknown[]) => client.query(sql, values) };
  const boss = new PgBoss({ db, migrate: false, createSchema: false, supervise: false, schedule: false });
  await boss.start();
  for (const { name, data, options } of jobs) {
    const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== null));
    if (await boss.getQueue(name)) await boss.send(name, data as object, { ...given, db });
  }
  await boss.stop({ graceful: false });
}
