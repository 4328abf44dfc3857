// What a list of contacts can be asked for, and what its rows hold; safe in the browser.
import { z } from "zod";
import type { Verdict } from "@/lib/strength/schema";
import type { ConnectionStatus, Tag } from "../schema";
import { readFilter, writeFilter } from "./filter/syntax";
import { choices, narrows, type Term } from "./filter/terms";

export const sorts = ["name", "strength", "contacted", "newest", "company", "connected"] as const;
export type Sort = (typeof sorts)[number];

/** Which way each is sorted unless asked otherwise. */
export const usualWay: Record<Sort, "asc" | "desc"> = {
  name: "asc",
  strength: "desc",
  contacted: "desc",
  newest: "desc",
  company: "asc",
  connected: "desc",
};

export const mostTyped = 1000;
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

export type ContactQuery = {
  terms: Term[];
  sort: Sort;
  reversed: boolean;
  view: string | undefined;
  after: string | undefined;
  before: string | undefined;
};

/** Whether the query leaves anybody out. */
export const isFiltered = ({ terms }: Pick<ContactQuery, "terms">): boolean => narrows(terms);

/** The plain words of the filter, as they were typed. */
export const wordsOf = ({ terms }: Pick<ContactQuery, "terms">): string =>
  terms.flatMap((term) => (term.key === "word" ? [term.value] : [])).join(" ");

/** One row of the list. `strength` is 0 to 100 now; `…At` and `readyUntil` ISO times ("forever"), `…On` days. */
export type ContactSummary = {
  id: string;
  /** Where the list goes on after (or before) this row. */
  cursor: string;
  fullName: string;
  company: string | null;
  position: string | null;
  location: string | null;
  howWeMet: string | null;
  connectionStatus: ConnectionStatus;
  connectedOn: string | null;
  createdAt: string;
  verdict: Verdict;
  strength: number;
  rulesMet: number;
  readyUntil: string | null;
  lastInteractionAt: string | null;
  followUp: { title: string; dueOn: string } | null;
  tags: Tag[];
};

/** A page of the list; the cursors lead to the pages around it, where there are any. */
export type ContactPage = { contacts: ContactSummary[]; before: string | null; after: string | null };

/** How many a page holds: what comes first, and what is fetched as one scrolls. */
export const pageSize = 50;

/** As many as the browser may ask for at once. */
export const mostRows = 1000;

/** What the browser asks for as one scrolls: the rows after a cursor, before it, or from a number on. */
export const rowsQuery = z.object({
  start: z.coerce.number().int().min(0).max(10_000_000).optional().catch(undefined),
  /** Also how many rows come before these: after a jump to a letter. */
  locate: z.literal("1").optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(mostRows).default(pageSize).catch(pageSize),
});
export type Rows = { contacts: ContactSummary[]; start?: number };
