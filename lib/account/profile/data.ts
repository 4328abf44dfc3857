import "server-only";
import { beforeSignIn, type OwnerId } from "@/lib/db";
import type { Profile } from "./schema";

/** The account is no owned row: it is found by the owner's own id and nothing else. */
export async function updateProfile(owner: OwnerId, profile: Profile): Promise<void> {
  await beforeSignIn((db) => db.appUser.update({ where: { id: owner }, data: profile, select: { id: true } }));
}
