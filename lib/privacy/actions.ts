"use server";

import { getTranslations } from "next-intl/server";
import { ownerAction, saved } from "@/lib/action";
import { erasePerson } from "./erase/data";
import * as schema from "./schema";

export const erasePersonAction = ownerAction(
  "privacy.erase",
  schema.erasePerson,
  async (db, { id, name, keepOut }) => {
    const t = await getTranslations("privacy");
    await erasePerson(db, id, { typed: name, instead: t("somebody"), out: keepOut });
    return saved("contact", id, "/settings/history?erased=1");
  },
  { timeoutMs: 10 * 60_000 }, // every word of an owner's is looked at
);
