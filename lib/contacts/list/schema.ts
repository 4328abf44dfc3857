// The list's address, and that of its rows, as they are read.
import { z } from "zod";
import { readFilter, writeFilter } from "./filter/syntax";
import { choices } from "./filter/terms";
import { batchSize, type ContactQuery, mostRows, mostTyped, sorts, usualWay } from "./query";

const typed = z.string().trim().max(mostTyped);
/** A filter of its own in an address from before there was a syntax; a tag was an id. */
const former = typed.optional().catch(undefined);
const formerKeys = [...(Object.keys(choices) as (keyof typeof choices)[]), "tag"] as const;

/** The list's address. An address is often old or mistyped: what can't be read is left out, of a filter what is typed stays. */
export const contactQuery = z
  .object({
    q: typed.default("").catch(""),
    sort: z.enum(sorts).default("name").catch("name"),
    order: z.enum(["asc", "desc"]).optional().catch(undefined),
    /** A saved view, or the list beside them. */
    view: z
      .union([z.uuid(), z.literal("all")])
      .optional()
      .catch(undefined),
    after: z.string().max(2000).optional().catch(undefined),
    before: z.string().max(2000).optional().catch(undefined),
    ...{ verdict: former, missing: former, band: former, status: former, soon: former, tag: former },
  })
  .transform(({ q, sort, order, view, after, before, ...asked }): ContactQuery => {
    const formerly = formerKeys.flatMap((key) => (asked[key] ? readFilter(`${key}:${asked[key]}`) : []));
    return {
      terms: readFilter(`${q} ${writeFilter(formerly.filter(({ key }) => key !== "unread"))}`),
      sort,
      reversed: order !== undefined && order !== usualWay[sort],
      ...{ view, after, before },
    };
  });

/** What the browser asks for as one scrolls: the rows after a cursor, before it, or from a number on. */
export const rowsQuery = z.object({
  start: z.coerce.number().int().min(0).max(10_000_000).optional().catch(undefined),
  /** Also how many rows come before these: after a jump to a letter. */
  locate: z.literal("1").optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(mostRows).default(batchSize).catch(batchSize),
});
