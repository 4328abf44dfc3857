import { z } from "zod";
import { day, id, optionalText } from "@/lib/schema";

export const supportDirections = ["GIVEN", "RECEIVED"] as const;
export type SupportDirection = (typeof supportDirections)[number];

export const supportKinds = ["INTRODUCTION", "REFERRAL", "ADVICE", "RECOMMENDATION", "OTHER"] as const;
export type SupportKind = (typeof supportKinds)[number];

/** `id` is made by the form: sent twice, it is written once. */
export const createSupportAct = z.strictObject({
  id,
  contactId: id,
  direction: z.enum(supportDirections, "direction"),
  kind: z.enum(supportKinds, "kind"),
  day,
  note: optionalText(2_000),
});

export const oneSupportAct = z.strictObject({ id });

export type SupportAct = {
  id: string;
  contactId: string;
  direction: SupportDirection;
  kind: SupportKind;
  /** ISO instant. */
  occurredAt: string;
  note: string | null;
  /** Written by a published recommendation, and taken back there. */
  fromRecommendation: boolean;
};
