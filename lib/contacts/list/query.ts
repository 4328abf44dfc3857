// What the list of contacts can be asked for, and what its rows hold. Without the checks of schema.ts, which the browser
// has no need of.
import type { Verdict } from "@/lib/strength/schema";
import type { ConnectionStatus, Tag } from "../schema";
import { narrows, type Term } from "./filter/terms";

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

/** Chosen one by one; beyond that everybody who matches is meant. */
export const mostChosen = 5000;

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

/** How many come with the page: what a laptop's window shows, and what the script keeps ready below it. */
export const pageSize = 30;

/** How many are fetched at once as one scrolls. */
export const batchSize = 50;

/** As many as the browser may ask for at once. */
export const mostRows = 1000;

export type Rows = { contacts: ContactSummary[]; start?: number };
