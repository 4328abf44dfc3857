import { z } from "zod";
import { id, optionalDayInWords, optionalText } from "@/lib/schema";

export const laterChoices = ["ONE_WEEK", "ONE_MONTH", "THREE_MONTHS", "DATE"] as const;
export type LaterChoice = (typeof laterChoices)[number];

/** Not now: for a while, or until a day. */
export const later = z
  .strictObject({
    contactId: id,
    for: z.enum(laterChoices, "choose"),
    until: optionalDayInWords,
  })
  .refine((input) => input.for !== "DATE" || input.until !== null, { path: ["until"], message: "whichDay" });

/** Not this one: for good, and why. */
export const notThisOne = z.strictObject({
  contactId: id,
  reason: z.string("why").trim().min(1, "why").max(500, "tooLong"),
});

export const putBack = z.strictObject({ contactId: id });

/** A choice as it was, for taking back that it was taken back. */
export const asideAgain = z.strictObject({
  contactId: id,
  until: z
    .union([z.literal(""), z.iso.datetime()])
    .default("")
    .transform((moment) => moment || null),
  reason: optionalText(500),
});
