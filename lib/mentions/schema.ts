import { z } from "zod";
import type { Mention } from "./text";

const idLength = 36;

/** Who is mentioned in the notes beside it: `<id> <the name as it stands there>`, one a field. */
export const typedMentions = z
  .array(z.string().max(400, "tooLong"))
  .max(50, "tooMany")
  .default([])
  .transform((values): Mention[] =>
    values.map((value) => ({ id: value.slice(0, idLength).toLowerCase(), name: value.slice(idLength + 1) })),
  )
  .refine((mentions) => mentions.every(({ id, name }) => z.uuid().safeParse(id).success && name !== ""), "unknown");

/** The value of such a field. */
export const mentionValue = ({ id, name }: Mention) => `${id} ${name}`;
