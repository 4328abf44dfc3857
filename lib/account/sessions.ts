/** A session ends this long after it was last used … */
export const idleDays = 14;
/** … and this long after sign-in whatever happens. */
export const absoluteDays = 60;

const dayMs = 86_400_000;

export function sessionExpiry(createdAt: Date): Date {
  return new Date(createdAt.getTime() + absoluteDays * dayMs);
}

export function isIdle(lastSeenAt: Date, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() > idleDays * dayMs;
}

/** `last_seen_at` is written at most this often. */
export const touchEveryMs = 5 * 60_000;
