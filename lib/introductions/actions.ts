"use server";

import { getTranslations } from "next-intl/server";
import { ownerAction, saved } from "@/lib/action";
import { contactMeant, requireContact } from "@/lib/contacts/existing/data";
import { momentOf } from "@/lib/dates/moment";
import type { OwnerDb } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import * as data from "./data";
import * as schema from "./schema";

/** The contact an end of it means. Nobody is made by it: the answer shows where to add them. */
async function end(db: OwnerDb, { id, name, field }: { id?: string; name: string | null; field: string }) {
  const contactId = await contactMeant(db, { contactId: id || null, name }).catch((error) => {
    throw error instanceof Refusal && error.field ? new Refusal(error.code, field, error.params) : error;
  });
  if (contactId) return contactId;
  if (!name) throw new Refusal("who", field);
  const t = await getTranslations("introductions");
  const href = `/contacts/new?name=${encodeURIComponent(name)}` as const;
  throw new Refusal("contact", field, { name }, { href, label: t("addContact", { name }) });
}

/** `ids`: of the introduction, and of the contact whose "how we met" it wrote, if it did. */
export const logIntroductionAction = ownerAction(
  "introductions.log",
  schema.logIntroduction,
  async (db, { id, contactId, name, otherId, otherName, day, note, direction, howWeMet }, { timeZone }) => {
    const t = await getTranslations("introductions");
    const first = await end(db, { ...(contactId && { id: contactId }), name, field: "name" });
    const second = await end(db, { ...(otherId && { id: otherId }), name: otherName, field: "otherName" });
    const { fullName } = await requireContact(db, first);
    const met = await data.logIntroduction(db, id, {
      direction,
      contactId: first,
      otherId: second,
      occurredAt: momentOf({ day, time: null }, timeZone, new Date()),
      note,
      howWeMet: howWeMet ? t("introducedBy", { name: fullName }) : null,
    });
    return saved("introduction", met ? [id, met] : id);
  },
);

export const takeBackIntroductionAction = ownerAction(
  "introductions.takeBack",
  schema.oneIntroduction,
  async (db, { id, metId }) => {
    const t = await getTranslations("introductions");
    const { fullName } = await data.getIntroducer(db, id);
    const met = metId ? { id: metId, howWeMet: t("introducedBy", { name: fullName }) } : null;
    await data.takeBackIntroduction(db, id, met);
    return saved("introduction", id);
  },
);
