// What "everything" is: every table of the owner's that holds facts, in the order in which they can be written back
// (who is referred to first), with what a row may hold. tables.test.ts holds this list to the database, table by table
// and column by column.
import type { z } from "zod";
import * as facts from "./shapes/facts";
import * as people from "./shapes/people";
import * as settings from "./shapes/settings";

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
  { name: "policy", row: settings.policy, key: [] },
  { name: "desk_setting", row: settings.deskSetting, key: [] },
  { name: "digest_setting", row: settings.digestSetting, key: [] },
  { name: "note_template", row: settings.noteTemplate, key: byId },
  { name: "saved_view", row: settings.savedView, key: byId },
  { name: "list_setting", row: settings.listSetting, key: [] },
  { name: "column_mapping", row: settings.columnMapping, key: byId },
  { name: "network_day", row: settings.networkDay, key: ["day"] },
  { name: "standing_day", row: settings.standingDay, key: ["day"] },
  { name: "sample_contact", row: settings.sampleContact, key: ["contact_id"] },
  { name: "first_steps", row: settings.firstSteps, key: [] },
  { name: "tag", row: people.tag, key: byId },
  { name: "contact", row: people.contact, key: byId },
  { name: "contact_point", row: people.contactPoint, key: byId },
  { name: "linkedin_alias", row: people.linkedinAlias, key: byId },
  { name: "linkedin_fact", row: people.linkedinFact, key: ["contact_id"] },
  { name: "contact_tag", row: people.contactTag, key: ["contact_id", "tag_id"] },
  { name: "duplicate_pair", row: people.duplicatePair, key: ["contact_id", "other_id"], written: "distinct_at" },
  { name: "distinct_pair", row: people.distinctPair, key: ["contact_id", "other_id"] },
  {
    ...{ name: "contact_merge", row: people.contactMerge, key: byId, unwritten: "undone_at" },
    without: ["memory", "kept", "undone_at"],
  },
  { name: "tag_cadence", row: people.tagCadence, key: ["tag_id"] },
  { name: "cadence", row: people.cadence, key: ["contact_id"] },
  { name: "touch_put_off", row: people.touchPutOff, key: ["contact_id"] },
  { name: "queue_choice", row: people.queueChoice, key: ["contact_id"] },
  { name: "credential_check", row: facts.credentialCheck, key: byId },
  { name: "assessment", row: facts.assessment, key: ["contact_id"] },
  { name: "intro_test", row: facts.introTest, key: ["contact_id"] },
  { name: "removal", row: facts.removal, key: ["contact_id"] },
  { name: "support_act", row: facts.supportAct, key: byId },
  { name: "invitation", row: facts.invitation, key: byId },
  { name: "recommendation", row: facts.recommendation, key: byId },
  { name: "recommendation_version", row: facts.recommendationVersion, key: byId },
  { name: "follow_up", row: facts.followUp, key: byId },
  { name: "interaction", row: facts.interaction, key: byId },
  { name: "interaction_contact", row: facts.interactionContact, key: ["interaction_id", "contact_id"] },
  { name: "mention", row: facts.mention, key: ["interaction_id", "contact_id"] },
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
