import { z } from "zod";
import { id } from "@/lib/schema";
import type { Rule } from "@/lib/strength/schema";

export const connectionStatuses = ["NONE", "INVITED", "RECEIVED", "CONNECTED", "REMOVED"] as const;
export type ConnectionStatus = (typeof connectionStatuses)[number];

export const oneConnection = z.strictObject({ contactId: id });

/**
 * The groups of the review. Vouched for: the rule holds. Thin: never an interaction. Lapsed: a rule ran out. Concerns:
 * something speaks against them. Untested: no answer in the intro test counts.
 */
export const connectionGroups = ["all", "vouched", "thin", "lapsed", "concerns", "untested"] as const;
export type ConnectionGroup = (typeof connectionGroups)[number];
export type GroupCounts = Record<ConnectionGroup, number>;

export const connectionSorts = ["weakest", "strongest", "name", "newest"] as const;
export type ConnectionSort = (typeof connectionSorts)[number];

/** The address of the review. Nonsense counts as absent. `after` is the contact the page before ended with. */
export const connectionQuery = z.object({
  show: z.enum(connectionGroups).default("all").catch("all"),
  q: z.string().trim().max(200).default("").catch(""),
  sort: z.enum(connectionSorts).default("weakest").catch("weakest"),
  after: id.optional().catch(undefined),
});
export type ConnectionQuery = z.output<typeof connectionQuery>;

/**
 * What to know first about a connection: something speaks against them, the owner wouldn't introduce them, nothing ever
 * happened, a rule ran out, every rule holds, or some are missing.
 */
export const reasons = ["concern", "doNotConnect", "notIntroduced", "thin", "lapsed", "whole", "missing"] as const;
export type Reason = (typeof reasons)[number];

/** Somebody connected, by today's rules. `connectedOn` is a day, `last` and `lapsed.at` ISO times. */
export type ConnectionSummary = {
  id: string;
  fullName: string;
  about: string | null;
  connectedOn: string | null;
  strength: number;
  last: string | null;
  met: Rule[];
  reason: Reason;
  /** The claim an open concern is about, where one is written. */
  concern: string | null;
  /** The rule that ran out first, and when. */
  lapsed: { rule: Rule; at: string } | null;
  isUntested: boolean;
  isOnRemovalList: boolean;
};

/** `next` is the id the next page starts after. */
export type ConnectionPage = { items: ConnectionSummary[]; next: string | null };
