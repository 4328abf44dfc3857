"use server";

import { ownerAction, saved } from "@/lib/action";
import { momentOf } from "@/lib/dates/moment";
import * as data from "./data";
import * as schema from "./schema";

export const createSupportActAction = ownerAction(
  "support.create",
  schema.createSupportAct,
  async (db, { id, day, ...input }, { timeZone }) => {
    await data.createSupportAct(db, id, { ...input, occurredAt: momentOf({ day, time: null }, timeZone, new Date()) });
    return saved("support_act", id);
  },
);

export const deleteSupportActAction = ownerAction("support.delete", schema.oneSupportAct, async (db, { id }) => {
  await data.deleteSupportAct(db, id);
  return saved("support_act", id);
});
