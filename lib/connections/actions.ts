"use server";

import { ownerAction, saved } from "@/lib/action";
import { markRemoved, undoRemoved } from "./data";
import * as schema from "./schema";

export const markRemovedAction = ownerAction("connections.remove", schema.oneConnection, async (db, { contactId }) => {
  await markRemoved(db, contactId);
  return saved("contact", contactId);
});

export const undoRemovedAction = ownerAction(
  "connections.undoRemove",
  schema.oneConnection,
  async (db, { contactId }) => {
    await undoRemoved(db, contactId);
    return saved("contact", contactId);
  },
);
