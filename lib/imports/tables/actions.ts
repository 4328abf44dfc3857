"use server";

import { ownerAction, saved } from "../../action";
import { sayColumns } from "./data";
import { columnsInput } from "./schema";

export const sayColumnsAction = ownerAction("imports.columns", columnsInput, async (db, { id, file, columns }) => {
  await sayColumns(db, id, file, columns);
  return saved("import", id);
});
