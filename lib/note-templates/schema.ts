import { z } from "zod";
import { id, version } from "@/lib/schema";

const fields = {
  name: z.string("nameMissing").trim().min(1, "nameMissing").max(60, "tooLong"),
  text: z.string("empty").trim().min(1, "empty").max(2_000, "tooLong"),
};

/** `id` is made by the form: sent twice, it is written once. */
export const createTemplate = z.strictObject({ id, ...fields });
export const updateTemplate = z.strictObject({ id, version, ...fields });
export const moveTemplate = z.strictObject({ id, to: z.enum(["up", "down"], "choose") });
export const oneTemplate = z.strictObject({ id });

/** A template as it was before it was deleted. */
export const restoreTemplate = z.strictObject({ id, place: z.coerce.number("unknown").int().min(0), ...fields });

export type NoteTemplate = { id: string; name: string; text: string; place: number; version: number };

/** The part of the settings' address that is about templates: which one is being edited, or a new one. */
export const templateSearch = z.object({
  template: z
    .union([z.literal("new"), id])
    .optional()
    .catch(undefined),
});
