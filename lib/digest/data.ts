import "server-only";
import type { OwnerDb } from "@/lib/db";
import { parts } from "./parts";
import { type DigestSetting, noDigest } from "./schema";

/** What the owner chose, or the defaults of one who chose nothing: no mail. */
export async function getDigestSetting(db: OwnerDb): Promise<DigestSetting> {
  const set = await db.digestSetting.findUnique({
    where: { ownerId: db.owner },
    select: { enabled: true, hour: true, weekdaysOnly: true, parts: true },
  });
  return set ? { ...set, parts: parts.filter((part) => set.parts.includes(part)) } : noDigest;
}

/** The database says anew when the next one is due. */
export async function saveDigestSetting(db: OwnerDb, setting: DigestSetting): Promise<void> {
  await db.digestSetting.upsert({
    where: { ownerId: db.owner },
    create: { ownerId: db.owner, ...setting },
    update: setting,
  });
}

/** No digest any more; all else stays as chosen. */
export async function stopDigest(db: OwnerDb): Promise<void> {
  await db.digestSetting.updateMany({ where: { ownerId: db.owner }, data: { enabled: false } });
}
