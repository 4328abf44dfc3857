// What happened with somebody, what was found out, and what came of it.
import { z } from "zod";
import { day, link, moment, text, uuid, whole } from "../values";
import { connectionStatus, edited, written } from "./common";

const interactionKind = z.enum(["IN_PERSON", "VIDEO", "CALL", "MESSAGE", "COMMENT"]);
const answer = z.enum(["YES", "NO", "UNSURE"]).nullable();
const invitationStatus = z.enum(["DRAFT", "SENT", "RECEIVED", "ASKED", "ACCEPTED", "DECLINED", "IGNORED", "WITHDRAWN"]);

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
