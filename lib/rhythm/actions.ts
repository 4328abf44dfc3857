"use server";

import { ownerAction, saved } from "@/lib/action";
import { dayOf } from "@/lib/dates/format";
import { laterDay } from "@/lib/dates/later";
import { typedDay } from "@/lib/dates/typed";
import * as data from "./data";
import * as schema from "./schema";

export const setCadenceAction = ownerAction("rhythm.cadence", schema.setCadence, async (db, { contactId, wish }) => {
  await data.setCadence(db, contactId, wish);
  return saved("cadence", contactId);
});

export const setTagCadenceAction = ownerAction(
  "rhythm.tagCadence",
  schema.setTagCadence,
  async (db, { tagId, wish }) => {
    await data.setTagCadence(db, tagId, wish);
    return saved("tag_cadence", tagId);
  },
);

export const snoozeTouchAction = ownerAction(
  "rhythm.snooze",
  schema.snoozeTouch,
  async (db, { contactId, for: choice, until }, account) => {
    const day = until === null ? "" : typedDay(until, account, { field: "until", prefer: "future" });
    await data.putOff(db, contactId, laterDay(dayOf(new Date(), account.timeZone), choice, day));
    return saved("touch_put_off", contactId);
  },
);

/** Not this time. */
export const dismissTouchAction = ownerAction("rhythm.dismiss", schema.oneTouch, async (db, { contactId }) => {
  await data.putOff(db, contactId, null);
  return saved("touch_put_off", contactId);
});

export const wakeTouchAction = ownerAction("rhythm.wake", schema.oneTouch, async (db, { contactId }) => {
  await data.putOffNoMore(db, contactId);
  return saved("touch_put_off", contactId);
});
