"use server";

import { ownerAction, saved } from "@/lib/action";
import { updateProfile } from "./data";
import * as schema from "./schema";

export const updateProfileAction = ownerAction("settings.profile", schema.profile, async (db, input) => {
  await updateProfile(db.owner, input);
  return saved("app_user", db.owner);
});
