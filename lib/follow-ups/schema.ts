import { z } from "zod";
import { day, id, text } from "@/lib/schema";
import { snoozes } from "./snoozes";

const fields = { title: text(300), dueOn: day };

/** `id` is made by the form: sent twice, it is written once. */
export const createFollowUp = z.strictObject({ id, contactId: id, ...fields });

export const snoozeFollowUp = z
  .strictObject({ id, for: z.enum(snoozes, "choose"), until: z.union([z.literal(""), day], "day").default("") })
  .refine((input) => input.for !== "DATE" || input.until !== "", { path: ["until"], message: "missing" });

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
