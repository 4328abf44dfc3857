import { z } from "zod";
import { dayInWords, id, optionalDay, optionalDayInWords, text } from "@/lib/schema";
import { snoozes } from "./snoozes";

/** Days in words or as dates. */
const fields = { title: text(300), dueOn: dayInWords };

/** `id` is made by the form: sent twice, it is written once. `snoozedUntil` is for one that was deleted and comes back. */
export const createFollowUp = z.strictObject({ id, contactId: id, ...fields, snoozedUntil: optionalDay });

export const snoozeFollowUp = z
  .strictObject({ id, for: z.enum(snoozes, "choose"), until: optionalDayInWords })
  .refine((input) => input.for !== "DATE" || input.until !== null, { path: ["until"], message: "missing" });

export const oneFollowUp = z.strictObject({ id });

export type FollowUp = {
  id: string;
  contactId: string;
  contactName: string;
  title: string;
  /** Calendar days, in the owner's zone. */
  dueOn: string;
  snoozedUntil: string | null;
  /** ISO instant. */
  doneAt: string | null;
};
