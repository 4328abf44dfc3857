"use server";

import { accountAction, saved } from "@/lib/action";
import { updateProfile } from "./data";
import * as schema from "./schema";

export const updateProfileAction = accountAction("settings.profile", schema.profile, async (db, input) => {
  await updateProfile(db, input);
  return saved("app_user", db.owner);
});
