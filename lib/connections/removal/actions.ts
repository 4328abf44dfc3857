"use server";

import { ownerAction, saved } from "@/lib/action";
import { oneConnection } from "../schema";
import * as data from "./data";
import * as schema from "./schema";

export const addRemovalAction = ownerAction(
  "connections.addRemoval",
  schema.writeRemoval,
  async (db, { contactId, reason }) => {
    await data.addRemoval(db, contactId, reason);
    return saved("removal", contactId);
  },
);

export const dropRemovalAction = ownerAction("connections.dropRemoval", oneConnection, async (db, { contactId }) => {
  await data.dropRemoval(db, contactId);
  return saved("removal", contactId);
});

export const explainRemovalAction = ownerAction(
  "connections.explainRemoval",
  schema.writeRemoval,
  async (db, { contactId, reason }) => {
    await data.explainRemoval(db, contactId, reason);
    return saved("removal", contactId);
  },
);

export const markRemovedAction = ownerAction("connections.remove", oneConnection, async (db, { contactId }) => {
  await data.markRemoved(db, contactId);
  return saved("contact", contactId);
});

export const undoRemovedAction = ownerAction("connections.undoRemove", oneConnection, async (db, { contactId }) => {
  await data.undoRemoved(db, contactId);
  return saved("contact", contactId);
});
