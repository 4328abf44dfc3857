import { z } from "zod";
import { day, id, optionalText } from "@/lib/schema";
import { type SupportDirection, type SupportKind, supportDirections, supportKinds } from "./words";

/**
 * `id` is made by the form: sent twice, it is written once. With whom: a contact chosen, or one of exactly this name
 * (what a form without script sends).
 */
export const createSupportAct = z.strictObject({
  id,
  contactId: z.union([z.literal(""), id], "contact").optional(),
  name: optionalText(200),
  direction: z.enum(supportDirections, "direction"),
  kind: z.enum(supportKinds, "kind"),
  day,
  note: optionalText(2_000),
});

export const oneSupportAct = z.strictObject({ id });

/** A contact at the other end of an introduction. */
export type Introduced = { id: string; fullName: string };

export type SupportAct = {
  id: string;
  contactId: string;
  direction: SupportDirection;
  kind: SupportKind;
  /** ISO instant. */
  occurredAt: string;
  note: string | null;
  introduced: Introduced | null;
  /** Part of an introduction, which is logged and taken back as a whole. */
  introductionId: string | null;
  /** Written by a published recommendation, and taken back there. */
  fromRecommendation: boolean;
};

/** One person's line of the ledger of help. */
export type HelpLine = {
  contact: { id: string; fullName: string };
  given: number;
  received: number;
  /** ISO instants of the newest act each way. */
  lastGiven: string | null;
  lastReceived: string | null;
  /** How many more they did for the owner than the owner for them; below zero, the other way round. */
  owed: number;
  /** Since when it isn't even: ISO instant of the first act that wasn't returned; null where it is. */
  since: string | null;
};

export type HelpTotals = Record<SupportDirection, Record<SupportKind, number>>;

/** An act with whom it was. */
export type HelpAct = SupportAct & { fullName: string };

export type HelpLedger = {
  totals: HelpTotals;
  /** Those the owner owes, who has waited longest first; then those who owe; then the others. `people` counts all of them. */
  lines: HelpLine[];
  people: number;
  /** How many the owner owes. */
  owing: number;
};
