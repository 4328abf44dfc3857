"use server";

import { ownerAction, saved } from "@/lib/action";
import { Refusal } from "@/lib/refusal";
import * as data from "./data";
import { moments } from "./moments";
import * as schema from "./schema";
import { checkVersions, resolutionVersions } from "./versions";

export const createCheckAction = ownerAction(
  "checks.create",
  schema.createCheck,
  async (db, { id, contactId, ...input }, account) => {
    await data.createCheck(db, id, contactId, moments(input, account));
    return saved("credential_check", id, `/contacts/${contactId}`);
  },
);

export const updateCheckAction = ownerAction(
  "checks.update",
  schema.updateCheck,
  async (db, { id, contactId, version, ...input }, account) => {
    const stored = await data.getCheck(db, contactId, id);
    if (!stored) throw new Refusal("notFound");
    await data.updateCheck(db, id, version, moments(input, account, stored.checkedAt));
    return saved("credential_check", id, `/contacts/${contactId}`);
  },
  { versions: checkVersions },
);

export const resolveConcernAction = ownerAction(
  "checks.resolve",
  schema.resolveConcern,
  async (db, { id, contactId, version, resolution }) => {
    await data.resolveConcern(db, id, version, resolution);
    return saved("credential_check", id, `/contacts/${contactId}`);
  },
  { versions: resolutionVersions },
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

export const bringBackCheckAction = ownerAction("checks.bringBack", schema.bringBackCheck, async (db, { memory }) => {
  await data.bringBackCheck(db, memory);
  return saved("credential_check", memory.id);
});
