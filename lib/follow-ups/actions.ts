"use server";

import { ownerAction, saved } from "@/lib/action";
import { dayOf } from "@/lib/dates/format";
import { laterDay } from "@/lib/dates/later";
import { typedDay } from "@/lib/dates/typed";
import * as data from "./data";
import * as schema from "./schema";

export const createFollowUpAction = ownerAction(
  "follow-ups.create",
  schema.createFollowUp,
  async (db, { dueOn: typed, ...input }, account) => {
    const dueOn = typedDay(typed, account, { field: "dueOn", prefer: "future" });
    return saved("follow_up", await data.createFollowUp(db, { ...input, dueOn }));
  },
);

export const completeFollowUpAction = ownerAction("follow-ups.complete", schema.oneFollowUp, async (db, { id }) => {
  await data.completeFollowUp(db, id);
  return saved("follow_up", id);
});

export const reopenFollowUpAction = ownerAction("follow-ups.reopen", schema.oneFollowUp, async (db, { id }) => {
  await data.reopenFollowUp(db, id);
  return saved("follow_up", id);
});

export const snoozeFollowUpAction = ownerAction(
  "follow-ups.snooze",
  schema.snoozeFollowUp,
  async (db, { id, for: choice, until }, account) => {
    const day = until === null ? "" : typedDay(until, account, { field: "until", prefer: "future" });
    await data.snoozeFollowUp(db, id, laterDay(dayOf(new Date(), account.timeZone), choice, day));
    return saved("follow_up", id);
  },
);

/** Back in sight. */
export const wakeFollowUpAction = ownerAction("follow-ups.wake", schema.oneFollowUp, async (db, { id }) => {
  await data.snoozeFollowUp(db, id, null);
  return saved("follow_up", id);
});

export const deleteFollowUpAction = ownerAction("follow-ups.delete", schema.oneFollowUp, async (db, { id }) => {
  await data.deleteFollowUp(db, id);
  return saved("follow_up", id);
});
