"use server";

import { ownerAction, saved } from "@/lib/action";
import { endOfDay, momentOf } from "@/lib/dates/moment";
import { Refusal } from "@/lib/refusal";
import * as data from "./data";
import * as schema from "./schema";

type Days = { checkedOn: string; expiresOn: string | null };

/** The days of the form as moments on the owner's clock; today's check is valid at once. */
function moments<Input extends Days>({ checkedOn, expiresOn, ...input }: Input, timeZone: string, kept?: string) {
  const checkedAt = momentOf({ day: checkedOn, time: null }, timeZone, new Date(), { kept, dayField: "checkedOn" });
  return { ...input, checkedAt, expiresAt: expiresOn && endOfDay(expiresOn, timeZone) };
}

export const createCheckAction = ownerAction(
  "checks.create",
  schema.createCheck,
  async (db, { id, contactId, ...input }, { timeZone }) => {
    await data.createCheck(db, id, contactId, moments(input, timeZone));
    return saved("credential_check", id, `/contacts/${contactId}`);
  },
);

export const updateCheckAction = ownerAction(
  "checks.update",
  schema.updateCheck,
  async (db, { id, contactId, version, overwrite, ...input }, { timeZone }) => {
    const stored = await data.getCheck(db, contactId, id);
    if (!stored) throw new Refusal("notFound");
    await data.updateCheck(db, id, overwrite ? null : version, moments(input, timeZone, stored.checkedAt));
    return saved("credential_check", id, `/contacts/${contactId}`);
  },
);

export const resolveConcernAction = ownerAction(
  "checks.resolve",
  schema.resolveConcern,
  async (db, { id, contactId, version, resolution }) => {
    await data.resolveConcern(db, id, version, resolution);
    return saved("credential_check", id, `/contacts/${contactId}`);
  },
);

export const reopenConcernAction = ownerAction("checks.reopen", schema.oneCheck, async (db, { id, version }) => {
  await data.reopenConcern(db, id, version);
  return saved("credential_check", id);
});

export const deleteCheckAction = ownerAction(
  "checks.delete",
  schema.oneCheck,
  async (db, { id, contactId, version }) => {
    await data.deleteCheck(db, id, version);
    return saved("credential_check", id, `/contacts/${contactId}`);
  },
);
