// Backups are made by the process that started this one (scripts/backup); here it is only said how they went.
import "server-only";
import { beforeSignIn } from "@/lib/db";
import type { BackupStatus } from "./schema";

export async function getBackupStatus(): Promise<BackupStatus> {
  const [last, restored, newest] = await beforeSignIn(async (db) => {
    const orderBy = { endedAt: "desc" } as const;
    return [
      await db.backupRun.findFirst({ where: { failure: null }, orderBy }),
      await db.backupRun.findFirst({ where: { verified: "RESTORED" }, orderBy }),
      await db.backupRun.findFirst({ orderBy }),
    ];
  });
  return {
    last: last && {
      at: last.startedAt.toISOString(),
      megabytes: Math.max(0.1, Math.round(Number(last.bytes) / 100_000) / 10),
    },
    restoredAt: restored?.endedAt.toISOString() ?? null,
    failure: newest?.failure ? { at: newest.endedAt.toISOString(), why: newest.failure } : null,
  };
}
