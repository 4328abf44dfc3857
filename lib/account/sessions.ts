/** A session ends this long after it was last used … */
export const idleDays = 14;
/** … and this long after sign-in whatever happens. */
export const absoluteDays = 60;

const dayMs = 86_400_000;

export function sessionExpiry(createdAt: Date): Date {
  return new Date(createdAt.getTime() + absoluteDays * dayMs);
}

/** Which rows are sessions still. It is their own moments that count: a cookie kept longer opens nothing. */
export function stillOpen(now: Date) {
  return { expiresAt: { gt: now }, lastSeenAt: { gt: new Date(now.getTime() - idleDays * dayMs) } };
}

/** `last_seen_at` is written at most this often. */
export const touchEveryMs = 5 * 60_000;
