import { z } from "zod";
import { mentionOf } from "./text";

/** Who is mentioned in the notes beside it: `<id> <the name as it stands there>`, one a field. */
export const typedMentions = z
  .array(z.string().max(400, "tooLong"))
  .max(50, "tooMany")
  .default([])
  .transform((values) => values.map(mentionOf))
  .refine((mentions) => mentions.every(({ id, name }) => z.uuid().safeParse(id).success && name !== ""), "unknown");
