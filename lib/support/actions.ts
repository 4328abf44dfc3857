"use server";

import { ownerAction, saved } from "@/lib/action";
import { contactMeant } from "@/lib/contacts/existing/data";
import { momentOf } from "@/lib/dates/moment";
import { Refusal } from "@/lib/refusal";
import * as data from "./data";
import * as schema from "./schema";

export const createSupportActAction = ownerAction(
  "support.create",
  schema.createSupportAct,
  async (db, { id, day, contactId: chosen, name, ...input }, { timeZone }) => {
    const contactId = await contactMeant(db, { contactId: chosen || null, name });
    if (!contactId) throw new Refusal("contact", "name");
    const occurredAt = momentOf({ day, time: null }, timeZone, new Date());
    await data.createSupportAct(db, id, { ...input, contactId, occurredAt });
    return saved("support_act", id);
  },
);

export const deleteSupportActAction = ownerAction("support.delete", schema.oneSupportAct, async (db, { id }) => {
  await data.deleteSupportAct(db, id);
  return saved("support_act", id);
});
