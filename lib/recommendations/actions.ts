"use server";

import { ownerAction, saved } from "@/lib/action";
import { contactMeant } from "@/lib/contacts/existing/data";
import { Refusal } from "@/lib/refusal";
import * as data from "./data";
import * as schema from "./schema";
import { recommendationVersions } from "./versions";

const clock = (timeZone: string) => ({ timeZone, now: new Date() });

export const createRecommendationAction = ownerAction(
  "recommendations.create",
  schema.createRecommendation,
  async (db, { contactId: chosen, name, ...input }, { timeZone }) => {
    const contactId = await contactMeant(db, { contactId: chosen || null, name });
    if (!contactId) throw new Refusal("contact", "name");
    const id = await data.createRecommendation(db, { ...input, contactId }, clock(timeZone));
    return saved("recommendation", id, "/recommendations");
  },
);

export const updateRecommendationAction = ownerAction(
  "recommendations.update",
  schema.updateRecommendation,
  async (db, { id, version, ...input }, { timeZone }) => {
    await data.updateRecommendation(db, id, version, input, clock(timeZone));
    return saved("recommendation", id, "/recommendations");
  },
  { versions: recommendationVersions },
);

export const moveRecommendationAction = ownerAction(
  "recommendations.move",
  schema.moveRecommendation,
  async (db, { id, version, undo, ...to }, { timeZone }) => {
    await data.moveRecommendation(db, id, version, { ...to, isBack: undo }, clock(timeZone));
    return saved("recommendation", id);
  },
);

export const rescheduleRecommendationAction = ownerAction(
  "recommendations.reschedule",
  schema.rescheduleRecommendation,
  async (db, { id, version, dueOn, choice }) => {
    await data.rescheduleRecommendation(db, id, version, choice === undefined ? dueOn : choice || null);
    return saved("recommendation", id);
  },
);

export const restoreTextAction = ownerAction(
  "recommendations.restoreText",
  schema.restoreText,
  async (db, { id, version, textId }) => {
    await data.restoreText(db, id, version, textId);
    return saved("recommendation", id);
  },
);

export const deleteRecommendationAction = ownerAction(
  "recommendations.delete",
  schema.oneRecommendation,
  async (db, { id, version }, { timeZone }) => {
    await data.deleteRecommendation(db, id, version, clock(timeZone));
    return saved("recommendation", id, "/recommendations");
  },
);

export const bringBackRecommendationAction = ownerAction(
  "recommendations.bringBack",
  schema.bringBackRecommendation,
  async (db, { memory }, { timeZone }) => {
    await data.bringBackRecommendation(db, memory, clock(timeZone));
    return saved("recommendation", memory.id);
  },
);
