// The nightly backup, while npm start runs. It is made here, by the process that has the administrator's address: the
// server's own role sees one owner at a time and couldn't.
import { appendFileSync } from "node:fs";
import { logFile } from "../data-directory";
import { complain, Obstacle, say } from "../say";
import type { Settings } from "../settings";
import { backUp, type Done } from "./back-up";
import { type History, readHistory } from "./record";

const everyMs = 60_000;
const againAfterMs = 3_600_000;

/**
 * Whether it is time: it was the hour (on this machine's clock) since the last backup, or since somebody has used this
 * Vouch. So a laptop that sleeps at night is backed up in the morning. After a failure an hour goes by. What lies in the
 * future says only that the clock was wrong then.
 */
export function isDue({ inUseSince, lastStartedAt, failedAt }: History, hour: number, now: Date): boolean {
  const last = lastStartedAt ?? inUseSince;
  const wait = failedAt !== undefined && failedAt <= now && now.getTime() - failedAt.getTime() < againAfterMs;
  return last !== undefined && (last < lastTime(hour, now) || last > now) && !wait;
}

/** The newest moment, not after `now`, at which it was `hour` here. */
function lastTime(hour: number, now: Date): Date {
  const at = new Date(now);
  at.setHours(hour, 0, 0, 0);
  if (at > now) at.setDate(at.getDate() - 1);
  return at;
}

type Look = {
  now?: Date;
  signal?: AbortSignal;
  /** What couldn't be noted in the database. */
  failedAt?: Date;
  /** Since when nobody can tell whether it is time. */
  unreadableSince?: Date;
};

/** Makes one if it is time; tells how it went, also in the log and on the console. */
export async function backUpIfDue(
  adminUrl: string,
  settings: Settings,
  { now = new Date(), signal, failedAt, unreadableSince }: Look = {},
): Promise<"not due" | "unreadable" | "broken off" | "failed" | "done"> {
  const { hour } = settings.backups;
  if (hour === undefined) return "not due";
  const failed = (error: unknown) => {
    say(`! The nightly backup failed, and is tried again in an hour: ${reason(error)}`);
    note(settings, { event: "backup.failed", level: "error", why: reason(error) });
    return "failed" as const;
  };
  let history: History;
  try {
    history = await readHistory(adminUrl, now);
  } catch (error) {
    // The database is away: in a minute, then. But not for ever without a word.
    const sinceMs = unreadableSince ? now.getTime() - unreadableSince.getTime() : 0;
    return sinceMs < againAfterMs ? "unreadable" : failed(error);
  }
  if (!isDue({ ...history, failedAt: history.failedAt ?? failedAt }, hour, now)) return "not due";
  let done: Done;
  try {
    done = await backUp(adminUrl, settings, { signal });
  } catch (error) {
    return signal?.aborted ? "broken off" : failed(error);
  }
  const { path, bytes, tables, rows, verified, removed } = done;
  note(settings, { event: "backup.done", path, bytes, tables, rows, verified, removed: removed.length });
  return "done";
}

/** Looks every minute. `stop` breaks off a backup that is being made; nothing of it stays. */
export function startBackupClock(adminUrl: string, settings: Settings): { stop(): Promise<void> } {
  const stopping = new AbortController();
  let failedAt: Date | undefined; // where the disk is full it can't be noted
  let unreadableSince: Date | undefined;
  let running: Promise<void> | undefined;

  async function look() {
    const outcome = await backUpIfDue(adminUrl, settings, { signal: stopping.signal, failedAt, unreadableSince });
    unreadableSince = outcome === "unreadable" ? (unreadableSince ?? new Date()) : undefined;
    if (outcome === "failed") failedAt = new Date();
    if (outcome === "done") failedAt = undefined;
  }

  const clock = setInterval(() => {
    running ??= look()
      .catch(complain)
      .finally(() => {
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

/** One line of JSON, as the server's log has it. Where the disk is full the console has to do. */
function note({ dataDir }: Settings, { level = "info", ...what }: Record<string, unknown> & { event: string }) {
  const line = JSON.stringify({ at: new Date().toISOString(), level, ...what });
  try {
    appendFileSync(logFile(dataDir, "backups"), `${line}\n`, { mode: 0o600 });
  } catch {
    say(line);
  }
}
