"use server";

import { ownerAction, saved } from "@/lib/action";
import { readColumns, writeColumns } from "../columns";
import { changeView } from "../views/data";
import * as data from "./data";
import * as schema from "./schema";

/** While somebody arranges the columns the page shows them itself; it is not made anew for each step. */
export const saveListSettingAction = ownerAction(
  "lists.saveSetting",
  schema.saveListSetting,
  async (db, { view, density, ...sent }) => {
    const columns = writeColumns(readColumns(sent.columns));
    await data.saveListSetting(db, view ? { density } : { density, columns });
    if (view) await changeView(db, view, { columns });
    return saved("list_setting", []);
  },
  { revalidate: false },
);
