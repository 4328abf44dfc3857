// What "everything" is: every table of the owner's that holds facts, in the order in which they can be written back
// (who is referred to first), with what a row may hold. tables.test.ts holds this list to the database, table by table
// and column by column.
import { z } from "zod";
import { day, link, moment, text, uuid, whole } from "./rows";

const written = { created_at: moment };
const edited = { created_at: moment, updated_at: moment };
const answer = z.enum(["YES", "NO", "UNSURE"]).nullable();

const policy = z.strictObject({
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

const deskSetting = z.strictObject({
  note_length: whole,
  notes_a_month: whole,
  invitations_a_week: whole,
  ...edited,
});

const contact = z.strictObject({
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
  connection_status: z.enum(["NONE", "INVITED", "RECEIVED", "CONNECTED", "REMOVED"]),
  connected_on: day.nullable(),
  notes: text.nullable(),
  version: whole,
  deleted_at: moment.nullable(),
  ...edited,
});

const contactPoint = z
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

const linkedinAlias = z.strictObject({
  id: uuid,
  contact_id: uuid,
  slug: text,
  first_seen: moment,
  last_seen: moment,
});

const tag = z.strictObject({ id: uuid, name: text, colour: text.nullable(), ...written });
const contactTag = z.strictObject({ contact_id: uuid, tag_id: uuid });

const credentialCheck = z.strictObject({
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

const assessment = z.strictObject({
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

const supportAct = z.strictObject({
  id: uuid,
  contact_id: uuid,
  direction: z.enum(["GIVEN", "RECEIVED"]),
  kind: z.enum(["INTRODUCTION", "REFERRAL", "ADVICE", "RECOMMENDATION", "OTHER"]),
  occurred_at: moment,
  note: text.nullable(),
  ...written,
});

const invitation = z.strictObject({
  id: uuid,
  contact_id: uuid,
  direction: z.enum(["OUTGOING", "INCOMING"]),
  status: z.enum(["DRAFT", "SENT", "RECEIVED", "ASKED", "ACCEPTED", "DECLINED", "IGNORED", "WITHDRAWN"]),
  note: text.nullable(),
  reason: text.nullable(),
  sent_at: moment.nullable(),
  answered_at: moment.nullable(),
  ...edited,
});

const recommendation = z.strictObject({
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

const followUp = z.strictObject({
  id: uuid,
  contact_id: uuid,
  title: text,
  due_on: day,
  snoozed_until: day.nullable(),
  done_at: moment.nullable(),
  ...edited,
});

const interaction = z.strictObject({
  id: uuid,
  kind: z.enum(["IN_PERSON", "VIDEO", "CALL", "MESSAGE", "COMMENT"]),
  direction: z.enum(["JOINT", "INBOUND", "OUTBOUND"]),
  occurred_at: moment,
  depth: z.enum(["QUICK", "NORMAL", "DEEP"]),
  group_size: whole.nullable(),
  confirmed: z.boolean(),
  notes: text.nullable(),
  version: whole,
  ...edited,
});

const interactionContact = z.strictObject({ interaction_id: uuid, contact_id: uuid });

type Table = {
  name: string;
  row: z.ZodType;
  /** What its rows are taken in order of: the key without the owner; nothing where there is one row at most. */
  key: readonly string[];
};

const byId = ["id"] as const;

export const tables = [
  { name: "policy", row: policy, key: [] },
  { name: "desk_setting", row: deskSetting, key: [] },
  { name: "tag", row: tag, key: byId },
  { name: "contact", row: contact, key: byId },
  { name: "contact_point", row: contactPoint, key: byId },
  { name: "linkedin_alias", row: linkedinAlias, key: byId },
  { name: "contact_tag", row: contactTag, key: ["contact_id", "tag_id"] },
  { name: "credential_check", row: credentialCheck, key: byId },
  { name: "assessment", row: assessment, key: ["contact_id"] },
  { name: "support_act", row: supportAct, key: byId },
  { name: "invitation", row: invitation, key: byId },
  { name: "recommendation", row: recommendation, key: byId },
  { name: "follow_up", row: followUp, key: byId },
  { name: "interaction", row: interaction, key: byId },
  // By contact: written back in this order, each standing is refreshed about once.
  { name: "interaction_contact", row: interactionContact, key: ["contact_id", "interaction_id"] },
] as const satisfies readonly Table[];

export type TableName = (typeof tables)[number]["name"];

/** Owned tables that are not taken: made anew from the facts, or about this installation and not about anybody. */
export const leftBehind = {
  derived: ["contact_standing", "standing_tally", "contact_search"],
  ofThisPlace: ["policy_change", "import_batch", "import_row", "import_person", "audit_event"],
} as const;

export const format = "vouch";
export const version = 1;
