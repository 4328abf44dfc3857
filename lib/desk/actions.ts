"use server";

import { ownerAction, saved } from "@/lib/action";
import { saveDeskSetting } from "./data";
import * as schema from "./schema";

export const saveDeskSettingAction = ownerAction("settings.limits", schema.deskSetting, async (db, input) => {
  await saveDeskSetting(db, input);
  return saved("desk_setting", db.owner);
});
