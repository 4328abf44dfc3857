// What a list of contacts can be asked for, and what its rows hold; safe in the browser.
import { z } from "zod";
import { bands, endings, rules, type Verdict, verdicts } from "@/lib/strength/schema";
import { type ConnectionStatus, connectionStatuses, type Tag } from "../schema";

export const sorts = ["name", "strength", "contacted", "newest"] as const;
export type Sort = (typeof sorts)[number];

/** The list's address. An address is often old or mistyped: what can't be read is left out. */
export const contactQuery = z.object({
  q: z.string().trim().max(200).default("").catch(""),
  verdict: z.enum(verdicts).optional().catch(undefined),
  missing: z.enum(rules).optional().catch(undefined),
  band: z.enum(bands).optional().catch(undefined),
  status: z.enum(connectionStatuses).optional().catch(undefined),
  soon: z.enum(endings).optional().catch(undefined),
  tag: z.uuid().optional().catch(undefined),
  sort: z.enum(sorts).default("name").catch("name"),
  after: z.string().max(2000).optional().catch(undefined),
  before: z.string().max(2000).optional().catch(undefined),
});
export type ContactQuery = z.output<typeof contactQuery>;

/** Whether the query leaves anybody out. */
export const isFiltered = ({ q, verdict, missing, band, status, soon, tag }: ContactQuery): boolean =>
  Boolean(q || verdict || missing || band || status || soon || tag);

/** One row of the list. `strength` is 0 to 100 now; `lastInteractionAt` an ISO time. */
export type ContactSummary = {
  id: string;
  fullName: string;
  company: string | null;
  position: string | null;
  connectionStatus: ConnectionStatus;
  verdict: Verdict;
  strength: number;
  rulesMet: number;
  lastInteractionAt: string | null;
  tags: Tag[];
};

/** A page of the list; the cursors lead to the pages around it, where there are any. */
export type ContactPage = { contacts: ContactSummary[]; before: string | null; after: string | null };
