"use server";

import { accountAction, saved } from "@/lib/action";
import { env } from "@/lib/env";
import * as data from "./data";
import * as schema from "./schema";

export const renewFeedAction = accountAction("exports.renewFeed", schema.renewFeed, async (db, { withNotes }) => {
  const token = await data.renewFeed(db, withNotes);
  return { ...saved("calendar_feed", db.owner), shownOnce: `${env().VOUCH_URL}/api/calendar/${token}.ics` };
});

export const revokeFeedAction = accountAction("exports.revokeFeed", schema.revokeFeed, async (db) => {
  await data.revokeFeed(db);
  return saved("calendar_feed", db.owner);
});
