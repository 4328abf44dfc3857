// What the settings page knows of backups: one row for each that was tried (lib/backup reads them).
import { withClient } from "../database/with-client";
import type { Verified } from "./verify";
import type { Written } from "./write";

export type Run = { startedAt: Date } & (
  | (Written & { verified: Verified; failure?: undefined })
  | { failure: "SPACE" | "DIFFERENT" | "UNEXPECTED" }
);

/** Nothing is written in a database that is older than its own backups are: one is made before an update, too. */
export async function recordRun(adminUrl: string, run: Run): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const { rowCount: exists } = await client.query("select where to_regclass('public.backup_run') is not null");
    if (!exists) return;
    const { bytes = null, verified = null } = run.failure ? {} : run;
    await client.query("insert into backup_run (started_at, bytes, verified, failure) values ($1, $2, $3, $4)", [
      run.startedAt,
      bytes,
      verified,
      run.failure ?? null,
    ]);
  });
}

export type History = {
  /** When the first account was made; undefined while there is none, and nothing to lose. */
  inUseSince: Date | undefined;
  lastStartedAt: Date | undefined;
  /** The last try, where it failed. */
  failedAt: Date | undefined;
};

/** What was noted up to `now`: what a clock that was ahead has noted for later doesn't keep any backup from being made. */
export async function readHistory(adminUrl: string, now: Date): Promise<History> {
  return withClient(adminUrl, async (client) => {
    const { rows } = await client.query<Record<keyof History, Date | null>>(
      `with run as (select * from backup_run where started_at <= $1)
       select (select min(created_at) from app_user) as "inUseSince",
         max(started_at) filter (where failure is null) as "lastStartedAt",
         (select ended_at from run where failure is not null and not exists (
           select from run later where later.failure is null and later.started_at > run.started_at)
          order by started_at desc limit 1) as "failedAt"
       from run`,
      [now],
    );
    const { inUseSince, lastStartedAt, failedAt } = rows[0] ?? {};
    return {
      inUseSince: inUseSince ?? undefined,
      lastStartedAt: lastStartedAt ?? undefined,
      failedAt: failedAt ?? undefined,
    };
  });
}
