// The nightly backup, while npm start runs. It is made here, by the process that has the administrator's address: the
// server's own role sees one owner at a time and couldn't.
import { appendFileSync } from "node:fs";
import { logFile } from "../data-directory";
import { Obstacle, say } from "../say";
import type { Settings } from "../settings";
import { backUp, type Done } from "./back-up";
import { type History, readHistory } from "./record";

const everyMs = 60_000;
const againAfterMs = 3_600_000;

/**
 * Whether it is time: it was the hour (on this machine's clock) since the last backup, or since somebody has used this
 * Vouch. So a laptop that sleeps at night is backed up in the morning. After a failure an hour goes by.
 */
export function isDue({ inUseSince, lastStartedAt, failedAt }: History, hour: number, now: Date): boolean {
  const last = lastStartedAt ?? inUseSince;
  const wait = failedAt !== undefined && now.getTime() - failedAt.getTime() < againAfterMs;
  return last !== undefined && last < lastTime(hour, now) && !wait;
}

/** The newest moment, not after `now`, at which it was `hour` here. */
function lastTime(hour: number, now: Date): Date {
  const at = new Date(now);
  at.setHours(hour, 0, 0, 0);
  if (at > now) at.setDate(at.getDate() - 1);
  return at;
}

/** Looks every minute. `stop` breaks off a backup that is being made; nothing of it stays. */
export function startBackupClock(adminUrl: string, settings: Settings): { stop(): Promise<void> } {
  const { hour } = settings.backups;
  if (hour === undefined) return { stop: async () => {} };
  const stopping = new AbortController();
  let failedAt: Date | undefined; // here, too: where the disk is full it can't be noted
  let running: Promise<void> | undefined;

  async function look() {
    const history = await readHistory(adminUrl).catch(() => undefined); // the database is away: in a minute, then
    if (!history || !isDue({ ...history, failedAt: history.failedAt ?? failedAt }, hour ?? 0, new Date())) return;
    try {
      note(settings, { event: "backup.done", ...facts(await backUp(adminUrl, settings, { signal: stopping.signal })) });
      failedAt = undefined;
    } catch (error) {
      if (stopping.signal.aborted) return;
      failedAt = new Date();
      note(settings, { event: "backup.failed", level: "error", why: reason(error) });
      say(`! The nightly backup failed, and is tried again in an hour: ${reason(error)}`);
    }
  }

  const clock = setInterval(() => {
    running ??= look().finally(() => {
      running = undefined;
    });
  }, everyMs);
  return {
    stop: async () => {
      clearInterval(clock);
      stopping.abort();
      await running;
    },
  };
}

/** What Postgres says of an error may quote a row, so only its code goes on. */
function reason(error: unknown): string {
  if (error instanceof Obstacle) return error.message;
  const { code, name } = error as Error & { code?: string };
  return code ?? name;
}

const facts = ({ path, bytes, tables, rows, verified, removed }: Done) => ({
  path,
  bytes,
  tables,
  rows,
  verified,
  removed: removed.length,
});

/** One line of JSON, as the server's log has it. */
function note({ dataDir }: Settings, { level = "info", ...what }: Record<string, unknown> & { event: string }) {
  const line = JSON.stringify({ at: new Date().toISOString(), level, ...what });
  appendFileSync(logFile(dataDir, "backups"), `${line}\n`, { mode: 0o600 });
}
