import "server-only";
import type { AccountDb } from "@/lib/db";
import type { Profile } from "./schema";

/** The account is no owned row: it is found by the owner's own id and nothing else. */
export async function updateProfile(db: AccountDb, profile: Profile): Promise<void> {
  await db.appUser.update({ where: { id: db.owner }, data: profile, select: { id: true } });
}
