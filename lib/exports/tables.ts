// What "everything" is: every table of the owner's that holds facts, in the order in which they can be written back
// (who is referred to first), with what a row may hold. tables.test.ts holds this list to the database, table by table
// and column by column.
import type { z } from "zod";
import * as shape from "./shapes";

export type Table = {
  name: string;
  /** What a row may hold; its keys are the columns that are taken. */
  row: z.ZodObject;
  /** What its rows are taken in order of: the key without the owner; nothing where there is one row at most. */
  key: readonly string[];
  /** Only rows in which this column is written, or isn't, are taken. */
  written?: string;
  unwritten?: string;
  /** Columns that stay behind. */
  without?: readonly string[];
};

const byId = ["id"] as const;

export const tables = [
  { name: "policy", row: shape.policy, key: [] },
  { name: "desk_setting", row: shape.deskSetting, key: [] },
  { name: "digest_setting", row: shape.digestSetting, key: [] },
  { name: "note_template", row: shape.noteTemplate, key: byId },
  { name: "saved_view", row: shape.savedView, key: byId },
  { name: "list_setting", row: shape.listSetting, key: [] },
  { name: "column_mapping", row: shape.columnMapping, key: byId },
  { name: "network_day", row: shape.networkDay, key: ["day"] },
  { name: "standing_day", row: shape.standingDay, key: ["day"] },
  { name: "sample_contact", row: shape.sampleContact, key: ["contact_id"] },
  { name: "first_steps", row: shape.firstSteps, key: [] },
  { name: "tag", row: shape.tag, key: byId },
  { name: "contact", row: shape.contact, key: byId },
  { name: "contact_point", row: shape.contactPoint, key: byId },
  { name: "linkedin_alias", row: shape.linkedinAlias, key: byId },
  { name: "linkedin_fact", row: shape.linkedinFact, key: ["contact_id"] },
  { name: "contact_tag", row: shape.contactTag, key: ["contact_id", "tag_id"] },
  { name: "duplicate_pair", row: shape.duplicatePair, key: ["contact_id", "other_id"], written: "distinct_at" },
  { name: "distinct_pair", row: shape.distinctPair, key: ["contact_id", "other_id"] },
  {
    ...{ name: "contact_merge", row: shape.contactMerge, key: byId, unwritten: "undone_at" },
    without: ["memory", "kept", "undone_at"],
  },
  { name: "tag_cadence", row: shape.tagCadence, key: ["tag_id"] },
  { name: "cadence", row: shape.cadence, key: ["contact_id"] },
  { name: "touch_put_off", row: shape.touchPutOff, key: ["contact_id"] },
  { name: "queue_choice", row: shape.queueChoice, key: ["contact_id"] },
  { name: "credential_check", row: shape.credentialCheck, key: byId },
  { name: "assessment", row: shape.assessment, key: ["contact_id"] },
  { name: "intro_test", row: shape.introTest, key: ["contact_id"] },
  { name: "removal", row: shape.removal, key: ["contact_id"] },
  { name: "support_act", row: shape.supportAct, key: byId },
  { name: "invitation", row: shape.invitation, key: byId },
  { name: "recommendation", row: shape.recommendation, key: byId },
  { name: "recommendation_version", row: shape.recommendationVersion, key: byId },
  { name: "follow_up", row: shape.followUp, key: byId },
  { name: "interaction", row: shape.interaction, key: byId },
  { name: "interaction_contact", row: shape.interactionContact, key: ["interaction_id", "contact_id"] },
  { name: "mention", row: shape.mention, key: ["interaction_id", "contact_id"] },
] as const satisfies readonly Table[];

export type TableName = (typeof tables)[number]["name"];

/** Owned tables that are not taken: made anew from the facts, or about this installation and not about anybody. */
export const leftBehind = {
  derived: ["contact_standing", "standing_tally", "contact_search", "duplicate_trait", "duplicate_queue", "touch_due"],
  ofThisPlace: [
    ...[
      "policy_change",
      "import_batch",
      "import_file",
      "import_row",
      "import_person",
      "import_missing",
      "import_contact",
    ],
    ...["restore", "restore_part", "audit_event", "bulk_change", "erased_person"],
  ],
};

export const format = "vouch";
/** A file of an earlier version is still read: it has fewer tables. 2 knows distinct_pair and contact_merge; docs/export.md tells what 3 added. */
export const version = 3;

export const tableOf = (name: TableName): Table => tables.find((table) => table.name === name) as Table;

/** The columns that are taken, in their order. */
export const columnsOf = ({ row }: Table): string[] => Object.keys(row.shape);
