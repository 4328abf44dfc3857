// Backups are made by the process that started this one (scripts/backup); here it is only said how they went.
import "server-only";
import { beforeSignIn } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";
import type { BackupStatus } from "./schema";

const twoNightsMs = 48 * 3_600_000;

/** As of `now`: what a clock that was ahead has noted for later counts once it is later. */
export async function getBackupStatus(now = new Date()): Promise<BackupStatus> {
  const { last, restored, newest, first } = await beforeSignIn(async (db) => {
    const orderBy = [{ startedAt: "desc" }, { endedAt: "desc" }] satisfies Prisma.BackupRunOrderByWithRelationInput[];
    const run = (where: Prisma.BackupRunWhereInput) =>
      db.backupRun.findFirst({ where: { ...where, startedAt: { lte: now } }, orderBy });
    return {
      last: await run({ failure: null }),
      restored: await run({ verified: "RESTORED" }),
      newest: await run({}),
      first: await db.appUser.findFirst({ orderBy: { createdAt: "asc" }, select: { createdAt: true } }),
    };
  });
  const since = last?.startedAt ?? first?.createdAt ?? now;
  return {
    last: last && {
      at: last.startedAt.toISOString(),
      megabytes: Math.max(0.1, Math.round(Number(last.bytes) / 100_000) / 10),
    },
    isOld: now.getTime() - since.getTime() > twoNightsMs,
    restoredAt: restored?.endedAt.toISOString() ?? null,
    failure: newest?.failure ? { at: newest.endedAt.toISOString(), why: newest.failure } : null,
  };
}
