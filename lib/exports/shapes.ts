// What a row of each table may hold: its columns but the owner, by their names in the database. A column that came later
// has a default, for files from before it.
import { z } from "zod";
import { day, link, moment, text, uuid, whole } from "./values";

const written = { created_at: moment };
const edited = { created_at: moment, updated_at: moment };
const interactionKind = z.enum(["IN_PERSON", "VIDEO", "CALL", "MESSAGE", "COMMENT"]);
const answer = z.enum(["YES", "NO", "UNSURE"]).nullable();
const connectionStatus = z.enum(["NONE", "INVITED", "RECEIVED", "CONNECTED", "REMOVED"]);
const invitationStatus = z.enum(["DRAFT", "SENT", "RECEIVED", "ASKED", "ACCEPTED", "DECLINED", "IGNORED", "WITHDRAWN"]);

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

export const queueChoice = z.strictObject({
  contact_id: uuid,
  until: moment.nullable(),
  reason: text.nullable(),
  ...written,
});

export const contact = z.strictObject({
  id: uuid,
  full_name: text,
  headline: text.nullable(),
  company: text.nullable(),
  position: text.nullable(),
  location: text.nullable(),
  how_we_met: text.nullable(),
  expertise: text.nullable(),
  geographic_barrier: text.nullable(),
  do_not_connect: z.boolean(),
  connection_status: connectionStatus,
  connected_on: day.nullable(),
  notes: text.nullable(),
  version: whole,
  deleted_at: moment.nullable(),
  ...edited,
});

export const contactPoint = z
  .strictObject({
    id: uuid,
    contact_id: uuid,
    kind: z.enum(["EMAIL", "PHONE", "URL"]),
    label: text.nullable(),
    value: text,
    normalised: text,
    ...written,
  })
  .refine(({ kind, value }) => kind !== "URL" || link.safeParse(value).success, { path: ["value"], message: "link" });

export const linkedinAlias = z.strictObject({
  id: uuid,
  contact_id: uuid,
  slug: text,
  first_seen: moment,
  last_seen: moment,
});

export const tag = z.strictObject({ id: uuid, name: text, colour: text.nullable(), ...written });
export const contactTag = z.strictObject({ contact_id: uuid, tag_id: uuid });

export const credentialCheck = z.strictObject({
  id: uuid,
  contact_id: uuid,
  kind: z.enum(["CREDENTIALS", "BACKGROUND", "TESTIMONIAL", "EXPERTISE"]),
  claim: text,
  finding: z.enum(["SUPPORTS", "NEUTRAL", "CONCERN"]),
  source_name: text.nullable(),
  source_url: link.nullable(),
  origin: text,
  independent: z.boolean(),
  note: text.nullable(),
  checked_at: moment,
  expires_at: moment.nullable(),
  resolved_at: moment.nullable(),
  resolution: text.nullable(),
  version: whole,
  ...edited,
});

export const assessment = z.strictObject({
  contact_id: uuid,
  wants_to_deepen: answer,
  i_believe: answer,
  they_believe: answer,
  synergy: answer,
  would_introduce: answer,
  common_ground: z.array(text.nullable()).nullable(),
  goal: text.nullable(),
  can_say: text.nullable(),
  reviewed_at: moment,
  version: whole,
  ...edited,
});

export const supportAct = z.strictObject({
  id: uuid,
  contact_id: uuid,
  direction: z.enum(["GIVEN", "RECEIVED"]),
  kind: z.enum(["INTRODUCTION", "REFERRAL", "ADVICE", "RECOMMENDATION", "OTHER"]),
  occurred_at: moment,
  note: text.nullable(),
  ...written,
  introduced_contact_id: uuid.nullable().default(null),
  introduction_id: uuid.nullable().default(null),
});

export const invitation = z.strictObject({
  id: uuid,
  contact_id: uuid,
  direction: z.enum(["OUTGOING", "INCOMING"]),
  status: invitationStatus,
  note: text.nullable(),
  reason: text.nullable(),
  sent_at: moment.nullable(),
  answered_at: moment.nullable(),
  ...edited,
  // In no file before they were remembered.
  template: text.nullable().default(null),
  sent_verdict: text.nullable().default(null),
  sent_rules_met: whole.nullable().default(null),
  sent_strength: whole.nullable().default(null),
  sent_met: interactionKind.nullable().default(null),
  question: text.nullable().default(null),
  asked_at: moment.nullable().default(null),
  reply: text.nullable().default(null),
  replied_at: moment.nullable().default(null),
  before_status: invitationStatus.nullable().default(null),
  before_connection: connectionStatus.nullable().default(null),
  before_connected_on: day.nullable().default(null),
});

export const recommendation = z.strictObject({
  id: uuid,
  contact_id: uuid,
  direction: z.enum(["GIVEN", "RECEIVED"]),
  status: z.enum(["IDEA", "REQUESTED", "DRAFTING", "SENT", "PUBLISHED", "DECLINED"]),
  work: text.nullable(),
  text: text.nullable(),
  requested_at: moment.nullable(),
  due_on: day.nullable(),
  published_at: moment.nullable(),
  support_act_id: uuid.nullable(),
  version: whole,
  ...edited,
});

/** A text as it was saved once. */
export const recommendationVersion = z.strictObject({ id: uuid, recommendation_id: uuid, text, ...written });

export const followUp = z.strictObject({
  id: uuid,
  contact_id: uuid,
  title: text,
  due_on: day,
  snoozed_until: day.nullable(),
  done_at: moment.nullable(),
  ...edited,
});

export const interaction = z.strictObject({
  id: uuid,
  kind: interactionKind,
  direction: z.enum(["JOINT", "INBOUND", "OUTBOUND"]),
  occurred_at: moment,
  depth: z.enum(["QUICK", "NORMAL", "DEEP"]),
  group_size: whole.nullable(),
  confirmed: z.boolean(),
  notes: text.nullable(),
  version: whole,
  ...edited,
});

export const interactionContact = z.strictObject({ interaction_id: uuid, contact_id: uuid });

/** Who is named in the notes of an interaction. */
export const mention = z.strictObject({ interaction_id: uuid, contact_id: uuid });

/** A pair that the owner said is two people: remembered, so that nobody asks again. Of other pairs nothing was said. */
export const duplicatePair = z.strictObject({
  contact_id: uuid,
  other_id: uuid,
  score: whole,
  reasons: z.array(text),
  distinct_at: moment,
  skipped_at: moment.nullable(),
  ...written,
});

/** The same of two of whom one went with an import that was taken back. */
export const distinctPair = z.strictObject({ contact_id: uuid, other_id: uuid, distinct_at: moment });

/** Who was made one with whom, so that files that name the others mean them. */
export const contactMerge = z.strictObject({
  id: uuid,
  contact_id: uuid,
  absorbed_ids: z.array(uuid),
  absorbed_names: z.array(text),
  ...written,
});

/** What the newest Connections file said, which tells in the next one what changed and who is gone. */
export const linkedinFact = z.strictObject({
  contact_id: uuid,
  company: text.nullable(),
  position: text.nullable(),
  newest_on: day.nullable(),
});

/** What the owner said the columns of a table are. */
export const columnMapping = z.strictObject({ id: uuid, columns: z.record(text, text), ...edited });

/** The last answer of the intro test, and what it takes to take it back. */
export const introTest = z.strictObject({
  contact_id: uuid,
  answer: answer.unwrap(),
  answered_at: moment,
  before_would_introduce: answer,
  before_can_say: text.nullable(),
  before_reviewed_at: moment.nullable(),
});

export const removal = z.strictObject({
  contact_id: uuid,
  reason: text.nullable(),
  ...written,
  removed_at: moment.nullable(),
});

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

export const sampleContact = z.strictObject({ contact_id: uuid });

export const firstSteps = z.strictObject({ hidden_at: moment });

const every = { every: whole.nullable(), unit: z.enum(["WEEK", "MONTH"]).nullable() };
export const cadence = z.strictObject({ contact_id: uuid, ...every, ...written });
export const tagCadence = z.strictObject({ tag_id: uuid, ...every, ...written });
export const touchPutOff = z.strictObject({ contact_id: uuid, until: day.nullable(), ...written });

export const digestSetting = z.strictObject({
  enabled: z.boolean(),
  hour: whole,
  weekdays_only: z.boolean(),
  parts: z.array(text),
  ...edited,
});
