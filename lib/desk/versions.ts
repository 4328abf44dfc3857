import "server-only";
import type { z } from "zod";
import type { Versions } from "@/lib/form-conflict/answer";
import { line } from "@/lib/form-conflict/fields";
import { getDeskSetting, getDeskVersion } from "./data";
import { deskValues } from "./form-values";
import { freeAccount, type saveDeskSetting } from "./schema";

export const deskVersions: Versions<z.output<typeof saveDeskSetting>> = {
  async newest(db) {
    const version = await getDeskVersion(db);
    return { version, changedAt: new Date(version), values: deskValues(await getDeskSetting(db)) };
  },
  fields: (t) =>
    (Object.keys(freeAccount) as (keyof typeof freeAccount)[]).map((name) => line(name, t(`settings.limits.${name}`))),
};
