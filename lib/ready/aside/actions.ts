"use server";

import { ownerAction, saved } from "@/lib/action";
import { dayOf } from "@/lib/dates/format";
import { laterDay } from "@/lib/dates/later";
import { startOf } from "@/lib/dates/periods";
import { typedDay } from "@/lib/dates/typed";
import * as data from "./data";
import * as schema from "./schema";

export const laterAction = ownerAction(
  "ready.later",
  schema.later,
  async (db, { contactId, for: choice, until }, account) => {
    const { timeZone } = account;
    const date = until === null ? "" : typedDay(until, account, { field: "until", prefer: "future" });
    const day = laterDay(dayOf(new Date(), timeZone), choice, date);
    await data.setAside(db, contactId, { until: startOf(day, timeZone), reason: null });
    return saved("queue_choice", contactId);
  },
);

export const notThisOneAction = ownerAction(
  "ready.notThisOne",
  schema.notThisOne,
  async (db, { contactId, reason }) => {
    await data.setAside(db, contactId, { until: null, reason });
    return saved("queue_choice", contactId);
  },
);

export const putBackAction = ownerAction("ready.putBack", schema.putBack, async (db, { contactId }) => {
  await data.putBack(db, contactId);
  return saved("queue_choice", contactId);
});

export const asideAgainAction = ownerAction(
  "ready.asideAgain",
  schema.asideAgain,
  async (db, { contactId, ...choice }) => {
    await data.setAside(db, contactId, choice);
    return saved("queue_choice", contactId);
  },
);
