"use server";

import { ownerAction, saved } from "@/lib/action";
import { askForLook } from "@/lib/duplicates/look";
import * as data from "./data";
import * as schema from "./schema";

/** A hundred thousand contacts take their time: everything that is derived of each is made anew with it. */
const patient = { timeoutMs: 10 * 60_000 };

const changed = (id: string, count: number) => ({ ...saved("bulk_change", id), count });

export const bulkTagAction = ownerAction(
  "lists.bulkTag",
  schema.bulkTag,
  async (db, { intent, ...change }) =>
    changed(change.id, await (intent === "add" ? data.tagMany : data.untagMany)(db, change)),
  patient,
);

export const bulkFollowUpAction = ownerAction(
  "lists.bulkFollowUp",
  schema.bulkFollowUp,
  async (db, change) => changed(change.id, await data.followUpMany(db, change)),
  patient,
);

export const bulkTrashAction = ownerAction(
  "lists.bulkTrash",
  schema.bulkTrash,
  async (db, change) => changed(change.id, await data.trashMany(db, change)),
  patient,
);

export const undoBulkAction = ownerAction(
  "lists.undoBulk",
  schema.oneBulkChange,
  async (db, { id }) => {
    const count = await data.undoBulkChange(db, id);
    await askForLook(db);
    return changed(id, count);
  },
  patient,
);
