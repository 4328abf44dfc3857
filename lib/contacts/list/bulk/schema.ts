import { z } from "zod";
import { day, id, text } from "@/lib/schema";
import { mostChosen, mostTyped } from "../query";

const ids = z
  .string()
  .default("")
  .transform((written) => written.split(" ").filter(Boolean))
  .pipe(z.array(id).max(mostChosen, "tooMany"));

/** Whom a bulk change is about: `chosen`, or with `all` everybody the filter finds except some. Never sent: who that is. */
export const selection = {
  chosen: ids,
  all: z.literal("on").optional(),
  /** The filter's text. */
  query: z.string().trim().max(mostTyped, "tooLong").default(""),
  except: ids,
};
export const oneSelection = z.strictObject(selection);
export type Selection = z.output<typeof oneSelection>;
/** A selection as a form sends it. */
export type SentSelection = { chosen: string; all?: "on"; query: string; except: string };

const change = { id, ...selection };
export const bulkTag = z.strictObject({ ...change, tag: text(50), intent: z.enum(["add", "remove"], "choose") });
export const bulkFollowUp = z.strictObject({ ...change, title: text(300), dueOn: day });
export const bulkTrash = z.strictObject(change);
export const oneBulkChange = z.strictObject({ id });
