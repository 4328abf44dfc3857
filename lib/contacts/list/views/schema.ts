import { z } from "zod";
import { id, text, tick } from "@/lib/schema";
import { mostTyped, type Sort, sorts } from "../query";

const list = {
  /** The filter's text. */
  query: z.string().trim().max(mostTyped, "tooLong").default(""),
  sort: z.enum(sorts, "choose").default("name"),
  reversed: tick,
  columns: z.string().trim().max(500, "tooLong").default(""),
};

/** `id` is made by the form: sent twice, it is written once. */
export const createView = z.strictObject({ id, name: text(60), ...list });
/** What the list shows now becomes what the view shows. */
export const changeView = z.strictObject({ id, query: list.query, sort: list.sort, reversed: list.reversed });
export const renameView = z.strictObject({ id, name: text(60) });
export const moveView = z.strictObject({ id, to: z.enum(["up", "down"], "choose") });
export const defaultView = z.strictObject({ id, isDefault: tick });
export const oneView = z.strictObject({ id });
/** A deleted one, as it was. */
export const restoreView = z.strictObject({
  id,
  name: text(60),
  ...list,
  place: z.coerce.number("unknown").int(),
  isDefault: tick,
});

/** A filter, an order and columns under a name. */
export type SavedView = {
  id: string;
  name: string;
  query: string;
  sort: Sort;
  reversed: boolean;
  columns: string;
  place: number;
  isDefault: boolean;
};
