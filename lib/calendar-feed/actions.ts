"use server";

import { ownerAction, saved } from "@/lib/action";
import { env } from "@/lib/env";
import * as data from "./data";
import * as schema from "./schema";

export const renewFeedAction = ownerAction("exports.renewFeed", schema.renewFeed, async (db, { withNotes }) => {
  const token = await data.renewFeed(db.owner, withNotes);
  return { ...saved("calendar_feed", db.owner), shownOnce: `${env().VOUCH_URL}/api/calendar/${token}.ics` };
});

export const revokeFeedAction = ownerAction("exports.revokeFeed", schema.revokeFeed, async (db) => {
  await data.revokeFeed(db.owner);
  return saved("calendar_feed", db.owner);
});
