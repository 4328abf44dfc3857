"use server";

import { ownerAction, saved } from "../../action";
import { sayMissing } from "../connections/missing/data";
import { decideAll, decideRow } from "./data";
import { decideAllInput, decideInput, missingInput } from "./schema";

export const decideRowAction = ownerAction("imports.decide", decideInput, async (db, { id, ...what }) => {
  await decideRow(db, id, what);
  return saved("import", id);
});

export const decideAllAction = ownerAction("imports.decideAll", decideAllInput, async (db, { id, file, decision }) => {
  await decideAll(db, id, file, decision);
  return saved("import", id);
});

export const sayMissingAction = ownerAction("imports.missing", missingInput, async (db, { id, contactId, removed }) => {
  await sayMissing(db, id, contactId ?? null, removed === "yes");
  return saved("import", id);
});
