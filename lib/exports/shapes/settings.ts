// How Vouch is set up for its owner, and what it was like on a day.
import { z } from "zod";
import { day, moment, text, uuid, whole } from "../values";
import { edited } from "./common";

export const policy = z.strictObject({
  half_life_days: whole,
  warm_at: z.number(),
  min_two_way_days: whole,
  min_common_ground: whole,
  min_checks: whole,
  min_check_kinds: whole,
  check_max_age_days: whole,
  assessment_max_age_days: whole,
  remote_min_calls: whole,
  remote_min_span_days: whole,
  require_support_each_way: z.boolean(),
  version: whole,
  ...edited,
});

export const deskSetting = z.strictObject({
  note_length: whole,
  notes_a_month: whole,
  invitations_a_week: whole,
  ...edited,
  // In no file before there was one.
  withdraw_after_days: whole.default(21),
  question: text.nullable().default(null),
  recommendation_gap_days: whole.default(30),
});

export const digestSetting = z.strictObject({
  enabled: z.boolean(),
  hour: whole,
  weekdays_only: z.boolean(),
  parts: z.array(text),
  ...edited,
});

export const noteTemplate = z.strictObject({
  id: uuid,
  name: text,
  text,
  place: whole,
  version: whole,
  ...edited,
});

/** A list of contacts under a name. */
export const savedView = z.strictObject({
  id: uuid,
  name: text,
  query: text,
  sort: text,
  reversed: z.boolean(),
  columns: text,
  place: whole,
  is_default: z.boolean(),
  ...edited,
});

export const listSetting = z.strictObject({
  columns: text,
  density: z.enum(["COMFORTABLE", "COMPACT"]),
  ...edited,
});

/** What the owner said the columns of a table are. */
export const columnMapping = z.strictObject({ id: uuid, columns: z.record(text, text), ...edited });

export const firstSteps = z.strictObject({ hidden_at: moment });

export const sampleContact = z.strictObject({ contact_id: uuid });

/** How many were connected and how many of them vouched for on a day: it can't be made again from the facts. */
export const networkDay = z.strictObject({ day, connected: whole, vouched: whole });

/** How many had each verdict and were in each band on a day: it can't be made again either. */
export const standingDay = z.strictObject({
  day,
  ready: whole,
  almost: whole,
  building: whole,
  pending: whole,
  connected: whole,
  blocked: whole,
  strong: whole,
  warm: whole,
  cool: whole,
  cold: whole,
});
