"use server";

import { ownerAction, saved } from "../action";
import { sendJob } from "../jobs";
import { cancelImport, chooseSelf, discardImport, queueImport, queueUndo } from "./data";
import { batchInput, selfInput } from "./schema";

export const startImportAction = ownerAction("imports.start", batchInput, async (db, { id }) => {
  await queueImport(db, id);
  await sendJob("import", { owner: db.owner, id });
  return saved("import", id, `/data/${id}`);
});

export const cancelImportAction = ownerAction("imports.cancel", batchInput, async (db, { id }) => {
  await cancelImport(db, id);
  return saved("import", id, `/data/${id}`);
});

export const undoImportAction = ownerAction("imports.undo", batchInput, async (db, { id }) => {
  await queueUndo(db, id);
  await sendJob("import", { owner: db.owner, id });
  return saved("import", id, `/data/${id}`);
});

export const discardImportAction = ownerAction("imports.discard", batchInput, async (db, { id }) => {
  await discardImport(db, id);
  return saved("import", id, "/data");
});

export const chooseSelfAction = ownerAction("imports.self", selfInput, async (db, { id, self }) => {
  await chooseSelf(db, id, self);
  return saved("import", id, `/data/${id}`);
});
