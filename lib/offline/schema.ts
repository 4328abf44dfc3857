import { z } from "zod";

/** An entry as a device sends it: for whom it was typed, and the log form's fields, which the form's own action checks. */
export const sentEntry = z.strictObject({
  owner: z.string().max(100),
  values: z.record(z.string().max(50), z.union([z.string(), z.array(z.string())])),
});

/** What the device is told: the rows that were made, or what is wrong. */
export type OutboxAnswer = { saved: string[] } | { errors: Record<string, string[]>; message?: string };
