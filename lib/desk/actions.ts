"use server";

import { ownerAction, saved } from "@/lib/action";
import { saveDeskSetting } from "./data";
import * as schema from "./schema";
import { deskVersions } from "./versions";

export const saveDeskSettingAction = ownerAction(
  "settings.limits",
  schema.saveDeskSetting,
  async (db, { version, ...setting }) => {
    await saveDeskSetting(db, setting, version);
    return saved("desk_setting", db.owner);
  },
  { versions: deskVersions },
);
