import "server-only";
import { type AccountDb, beforeSignIn, type OwnerId } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { stillOpen } from "../sessions";
import { deviceOf } from "./device";
import type { SessionSummary } from "./schema";

/** Where the owner is signed in: the named session first, then whichever was used last. */
export async function listSessions(owner: OwnerId, current: string): Promise<SessionSummary[]> {
  const sessions = await beforeSignIn((db) =>
    db.session.findMany({
      where: { userId: owner, ...stillOpen(new Date()) },
      select: { id: true, userAgent: true, createdAt: true, lastSeenAt: true },
      orderBy: { lastSeenAt: "desc" },
    }),
  );
  return sessions
    .map(({ userAgent, createdAt, lastSeenAt, id }) => ({
      id,
      device: deviceOf(userAgent),
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      isThisOne: id === current,
    }))
    .sort((a, b) => Number(b.isThisOne) - Number(a.isThisOne));
}

/** Ends one session of the owner's. Throws the Refusal `sessionGone` where there is none. */
export async function endOneSession(db: AccountDb, id: string): Promise<void> {
  const { count } = await db.session.deleteMany({ where: { id, userId: db.owner } });
  if (count === 0) throw new Refusal("sessionGone");
}

/** Ends every session of the owner's, or every one but `kept`; answers with those that ended. */
export async function endSessions(db: AccountDb, { kept }: { kept?: string } = {}): Promise<string[]> {
  const where = { userId: db.owner, ...(kept && { id: { not: kept } }) };
  const ended = await db.session.findMany({ where, select: { id: true } });
  await db.session.deleteMany({ where }); // also one that began in between
  return ended.map(({ id }) => id);
}

/** Deletes sessions that are over; answers with how many. */
export async function sweepSessions(): Promise<number> {
  const { count } = await beforeSignIn((db) => db.session.deleteMany({ where: { NOT: stillOpen(new Date()) } }));
  return count;
}
