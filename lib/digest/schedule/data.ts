// Whose digest is due, and how the last ones went. A day is claimed before its mail is sent: of several servers one sends
// it. A server that is killed in between has sent none for that day, rather than two.
import "server-only";
import { beforeSignIn, type OwnerDb, type OwnerId } from "@/lib/db";
import type { MailFailure } from "@/lib/mail/send";
import type { DigestReader, DigestStatus } from "../schema";

/** Owners whose moment has come, the longest ago first. A range of an index. A closed account gets none. */
export async function listDueDigests(limit: number): Promise<OwnerId[]> {
  const due = await beforeSignIn((db) =>
    db.digestSchedule.findMany({
      where: { nextAt: { lte: new Date() }, user: { closedAt: null } },
      select: { userId: true },
      orderBy: { nextAt: "asc" },
      take: limit,
    }),
  );
  return due.map(({ userId }) => userId as OwnerId);
}

/**
 * Takes the owner's today, if its digest is due and nobody has taken it, and sets the next moment. Answers with how
 * often it was tried already, or null where there is nothing to send (any more).
 */
export async function claimDigest(db: OwnerDb): Promise<{ tries: number } | null> {
  const [claimed] = await db.$queryRaw<{ tries: number }[]>`
    update digest_schedule d set last_sent_on = owner_today(d.user_id)
    from digest_setting s
    where d.user_id = ${db.owner}::uuid and s.owner_id = d.user_id and s.enabled and d.next_at <= now()
      and d.last_sent_on is distinct from owner_today(d.user_id)
    returning d.tries`;
  await db.$executeRaw`select schedule_digest(${db.owner}::uuid) from digest_schedule
    where user_id = ${db.owner}::uuid and next_at <= now()`;
  return claimed ?? null;
}

export async function getReader(owner: OwnerId): Promise<DigestReader> {
  return beforeSignIn((db) =>
    db.appUser.findUniqueOrThrow({
      where: { id: owner },
      select: { email: true, name: true, locale: true, timeZone: true },
    }),
  );
}

export async function noteSent(owner: OwnerId): Promise<void> {
  const done = { sentAt: new Date(), failedAt: null, failure: null, tries: 0 };
  await beforeSignIn((db) =>
    db.digestSchedule.upsert({ where: { userId: owner }, create: { userId: owner, ...done }, update: done }),
  );
}

/** Says why not; with `againInMinutes` the day is given back, to be claimed once more then. */
export async function noteFailed(
  owner: OwnerId,
  failure: MailFailure,
  again?: { tries: number; inMinutes: number },
): Promise<void> {
  const noted = { failedAt: new Date(), failure };
  await beforeSignIn((db) =>
    db.digestSchedule.upsert({
      where: { userId: owner },
      create: { userId: owner, ...noted },
      update: {
        ...noted,
        ...(again && {
          lastSentOn: null,
          tries: again.tries,
          nextAt: new Date(Date.now() + again.inMinutes * 60_000),
        }),
      },
    }),
  );
}

export async function getDigestStatus(owner: OwnerId): Promise<DigestStatus> {
  const row = await beforeSignIn((db) => db.digestSchedule.findUnique({ where: { userId: owner } }));
  return {
    nextAt: row?.nextAt?.toISOString() ?? null,
    sentAt: row?.sentAt?.toISOString() ?? null,
    failure: row?.failedAt
      ? { at: row.failedAt.toISOString(), why: row.failure as MailFailure, again: row.tries > 0 }
      : null,
  };
}
