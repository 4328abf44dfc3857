// The one door to background jobs: pg-boss on the same Postgres, as the application's own role. Its tables and queues
// are made at start (scripts/database/jobs.ts). A job may run twice (a killed server's job starts again within a
// minute), so handlers repeat safely.
import "server-only";
import { PgBoss } from "pg-boss";
import { env } from "./env";
import { log } from "./log";
import { countedJob } from "./operations/metrics";

export type Jobs = {
  import: { owner: string; id: string };
  policy: { owner: string; id: string };
  duplicates: { owner: string };
  restore: { owner: string; id: string };
  digest: Record<string, never>;
  sweep: Record<string, never>;
};
type Handlers = { [Name in keyof Jobs]: (data: Jobs[Name]) => Promise<void> };

// One a process, also when `next dev` loads this module anew.
const held = globalThis as { vouchJobs?: Promise<PgBoss>; vouchWorkers?: Map<string, string> };

const retryMs = 5_000;

/**
 * How many of a kind a server works on at once, if not one: somebody's small export waits for no other's large one. Reading
 * files takes too much memory for two.
 */
const atOnce: Partial<Record<keyof Jobs, number>> = { restore: 2, duplicates: 2, policy: 2 };

/** Starts working on jobs, and keeps trying while the database is away. */
export async function startJobs(handlers: Handlers): Promise<void> {
  try {
    const boss = await openJobs();
    held.vouchWorkers = new Map();
    for (const name of Object.keys(handlers) as (keyof Jobs)[]) {
      held.vouchWorkers.set(name, await startWorker(boss, name, handlers));
    }
  } catch (error) {
    log.error("jobs.start", error);
    setTimeout(() => void startJobs(handlers), retryMs).unref();
  }
}

function startWorker<Name extends keyof Jobs>(boss: PgBoss, name: Name, handlers: Handlers): Promise<string> {
  return boss.work<Jobs[Name]>(
    name,
    { pollingIntervalSeconds: 2, localConcurrency: atOnce[name] ?? 1 },
    async (jobs) => {
      for (const job of jobs) {
        await countedJob(name, () => handlers[name](job.data)).catch((error) => {
          log.error("job.failed", error, { job: name }); // and tried again
          throw error;
        });
      }
    },
  );
}

/** A job that throws met a database that was away: a restart, or a full disk. It is tried again for an hour and a half. */
const again = { retryLimit: 20, retryDelay: 5, retryBackoff: true, retryDelayMax: 300 };

/** Asks for a job. Call it before the transaction ends that the job waits for: then neither is there without the other. */
export async function sendJob<Name extends keyof Jobs>(name: Name, data: Jobs[Name]): Promise<void> {
  const boss = await openJobs();
  await boss.send(name, data, { ...again, heartbeatSeconds: 30, expireInSeconds: 20 * 60 });
  const worker = held.vouchWorkers?.get(name);
  if (worker) boss.notifyWorker(worker); // at once, rather than at the next look
}

export async function stopJobs(): Promise<void> {
  const boss = await held.vouchJobs?.catch(() => undefined);
  held.vouchJobs = undefined;
  await boss?.stop({ graceful: false });
}

function openJobs(): Promise<PgBoss> {
  held.vouchJobs ??= open().catch((error) => {
    held.vouchJobs = undefined;
    throw error;
  });
  return held.vouchJobs;
}

async function open(): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: env().APP_DATABASE_URL,
    connectionTimeoutMillis: 5_000,
    max: 2,
    migrate: false,
    createSchema: false,
    schedule: false,
    reindex: false, // only who owns the tables could
    superviseIntervalSeconds: 30,
    monitorIntervalSeconds: 30,
  });
  boss.on("error", (error) => log.error("jobs", error));
  return boss.start();
}
