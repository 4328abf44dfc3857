"use server";

import { getLocale, getTranslations } from "next-intl/server";
import type { Account } from "@/lib/account/schema";
import { ownerAction, saved } from "@/lib/action";
import { requireOwner } from "@/lib/auth";
import { momentOf } from "@/lib/dates/moment";
import { typedDay, typedWhen } from "@/lib/dates/typed";
import { asOwner } from "@/lib/db";
import { askForLook } from "@/lib/duplicates/look";
import { findAlike } from "@/lib/duplicates/resembling/data";
import type { Resembling } from "@/lib/duplicates/schema";
import { listInWords } from "@/lib/i18n/list";
import { isSameOrigin } from "@/lib/origin";
import { Refusal } from "@/lib/refusal";
import * as data from "./data";
import { nextAction } from "./next-action";
import { findContacts, getContactChoice } from "./participants/data";
import * as schema from "./schema";
import { interactionVersions } from "./versions";

/** Whether somebody may become a contact by it. */
const bringsSomebody = ({ names, newNames }: { names: string[]; newNames: string[] }) =>
  names.length + newNames.length > 0;

/** A follow-up whose what and when stand apart. Throws the Refusal `dateWords` on `followUpDue`. */
function followUpOf(
  { followUpTitle, followUpDue }: { followUpTitle: string | null; followUpDue: string | null },
  account: Account,
) {
  if (followUpTitle === null || followUpDue === null) return { followUpTitle: null, followUpDue: null };
  return { followUpTitle, followUpDue: typedDay(followUpDue, account, { field: "followUpDue", prefer: "future" }) };
}

export const logInteractionAction = ownerAction(
  "interactions.log",
  schema.logInteraction,
  async (db, { id, day, time, next, ...input }, account) => {
    const occurredAt = momentOf(typedWhen({ day, time }, account), account.timeZone, new Date());
    const followUp = next === null ? followUpOf(input, account) : nextAction(next, { ...account, now: new Date() });
    const made = await data.logInteraction(db, id, { ...input, ...followUp, occurredAt });
    if (bringsSomebody(input)) await askForLook(db);
    return saved("interaction", made);
  },
);

export const updateInteractionAction = ownerAction(
  "interactions.update",
  schema.updateInteraction,
  async (db, { id, version, day, time, ...input }, account) => {
    const stored = await data.getInteraction(db, id);
    if (!stored) throw new Refusal("notFound");
    const occurredAt = momentOf(typedWhen({ day, time }, account), account.timeZone, new Date(), {
      kept: stored.occurredAt,
    });
    await data.updateInteraction(db, id, version, { ...input, occurredAt });
    if (bringsSomebody(input)) await askForLook(db);
    return saved("interaction", id);
  },
  { versions: interactionVersions },
);

export const confirmInteractionAction = ownerAction(
  "interactions.confirm",
  schema.oneInteraction,
  async (db, { id, version }) => {
    await data.confirmInteraction(db, id, version);
    return saved("interaction", id);
  },
);

export const deleteInteractionAction = ownerAction(
  "interactions.delete",
  schema.oneInteraction,
  async (db, { id, version }) => {
    const [person] = (await data.getInteraction(db, id))?.contacts ?? [];
    await data.deleteInteraction(db, id, version);
    return saved("interaction", id, person ? `/contacts/${person.id}` : "/");
  },
);

export const bringBackInteractionAction = ownerAction(
  "interactions.bringBack",
  schema.bringBackInteraction,
  async (db, { memory }) => {
    await data.bringBackInteraction(db, memory);
    return saved("interaction", memory.id);
  },
);

export const undoLogAction = ownerAction("interactions.undo", schema.undoLog, async (db, { ids }) => {
  await data.undoLog(db, ids);
  return saved("interaction", ids);
});

/** Contacts for the people field, while a name is being typed; last those who may be meant though they are called otherwise. */
export async function findContactsAction(typed: string): Promise<schema.ContactChoice[]> {
  const query = schema.contactQuery.safeParse(typed);
  if (!query.success || !(await isSameOrigin())) return [];
  return asOwner(await requireOwner(), async (db) => {
    const found = await findContacts(db, query.data);
    const alike = await findAlike(db, query.data, found);
    return [...found, ...(await inWords(alike))];
  });
}

/** Contacts that are only like the one typed: what speaks for them stands beside the name. */
async function inWords(alike: Resembling[]): Promise<schema.ContactChoice[]> {
  const [reason, locale] = [await getTranslations("duplicates.reasons"), await getLocale()];
  return alike.map(({ id, fullName, company, reasons }) => ({
    ...{ id, name: fullName, detail: company },
    alike: listInWords(
      reasons.map((code) => reason(code)),
      locale,
    ),
  }));
}

/** The contact a dialog was opened for. */
export async function getContactChoiceAction(typed: string): Promise<schema.ContactChoice | null> {
  const id = schema.contactId.safeParse(typed);
  if (!id.success || !(await isSameOrigin())) return null;
  return asOwner(await requireOwner(), (db) => getContactChoice(db, id.data));
}
