import "server-only";
import type { OwnerDb, OwnerSql } from "@/lib/db";
import type { ListSetting } from "./schema";

/** How the owner wants the list to look, or as it usually does. */
export async function getListSetting(db: OwnerSql): Promise<ListSetting> {
  const [set] = await db.$queryRaw<ListSetting[]>`
    select columns, density from list_setting where owner_id = ${db.owner}::uuid`;
  return set ?? { columns: "", density: "COMFORTABLE" };
}

export async function saveListSetting(db: OwnerDb, setting: Partial<ListSetting>): Promise<void> {
  await db.listSetting.upsert({
    where: { ownerId: db.owner },
    create: { ownerId: db.owner, ...setting },
    update: setting,
    select: { density: true },
  });
}
