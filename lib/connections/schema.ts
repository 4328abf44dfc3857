import { z } from "zod";
import { id } from "@/lib/schema";
import type { Rule } from "@/lib/strength/schema";

export const connectionStatuses = ["NONE", "INVITED", "RECEIVED", "CONNECTED", "REMOVED"] as const;
export type ConnectionStatus = (typeof connectionStatuses)[number];

export const oneConnection = z.strictObject({ contactId: id });

/** Never an interaction; a rule that ran out; something found that speaks against them. */
export const connectionFilters = ["all", "thin", "lapsed", "concerns"] as const;
export type ConnectionFilter = (typeof connectionFilters)[number];

/** The address of the page. Nonsense counts as absent. */
export const connectionSearch = z.object({
  show: z.enum(connectionFilters).catch("all"),
  after: id.optional().catch(undefined),
});

/** Somebody connected, by today's rules: `unmet` are the rules that don't hold. `connectedOn` is a day, `last` an ISO time. */
export type ConnectionSummary = {
  id: string;
  fullName: string;
  about: string | null;
  connectedOn: string | null;
  strength: number;
  last: string | null;
  unmet: Rule[];
  hasConcern: boolean;
};

/** `next` is the id the next page starts after. */
export type ConnectionPage = { items: ConnectionSummary[]; next: string | null };
