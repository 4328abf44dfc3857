import { z } from "zod";
import { id, optionalDay, optionalText, tick, version } from "@/lib/schema";

export const directions = ["GIVEN", "RECEIVED"] as const;
export type Direction = (typeof directions)[number];

/** In the order a recommendation goes through them; declined ends it. */
export const recommendationStatuses = ["IDEA", "REQUESTED", "DRAFTING", "SENT", "PUBLISHED", "DECLINED"] as const;
export type RecommendationStatus = (typeof recommendationStatuses)[number];

/** Characters that LinkedIn takes and the database holds. */
export const longestText = 3_000;

/** Counted as the database counts: an emoji is one or a few, never two halves. */
export function textLength(text: string): number {
  return [...text].length;
}

const recommendation = {
  direction: z.enum(directions, "choose"),
  status: z.enum(recommendationStatuses, "choose"),
  work: optionalText(500),
  text: z
    .string()
    .transform((typed) => typed.trim() || null)
    .nullish()
    .transform((typed) => typed ?? null)
    .refine((typed) => textLength(typed ?? "") <= longestText, "textTooLong"),
  dueOn: optionalDay,
  publishedOn: optionalDay,
};

/** Who it is about: a contact chosen, or one of exactly this name (what a form without script sends). */
export const createRecommendation = z.strictObject({
  contactId: z.union([z.literal(""), id], "contact").optional(),
  name: optionalText(200),
  ...recommendation,
});
export type CreateRecommendation = { contactId: string } & UpdateRecommendation;

export const updateRecommendation = z.strictObject({
  id,
  version,
  ...recommendation,
  /** Also when it was changed since the form was opened. */
  overwrite: tick,
});
export type UpdateRecommendation = Omit<z.infer<typeof updateRecommendation>, "id" | "version" | "overwrite">;

/** `publishedOn` is named when a publication is restored: it keeps its day. */
export const moveRecommendation = z.strictObject({
  id,
  version,
  status: z.enum(recommendationStatuses, "choose"),
  publishedOn: optionalDay,
});

/** The address of the page: `?contact=` opens a form for that contact, `?new` an empty one. Nonsense counts as absent. */
export const recommendationSearch = z
  .object({
    contact: id.optional().catch(undefined),
    direction: z.enum(directions).catch("GIVEN"),
    new: z.unknown().optional(),
  })
  .transform(({ new: asked, ...search }) => ({ ...search, isNew: asked !== undefined }));
export const recommendationPage = z.object({ id });

export const oneRecommendation = z.strictObject({ id, version });

export type Recommended = { id: string; fullName: string; connected: boolean };

export type RecommendationSummary = {
  id: string;
  direction: Direction;
  status: RecommendationStatus;
  work: string | null;
  dueOn: string | null;
  overdue: boolean;
  publishedOn: string | null;
  version: number;
  contact: Recommended;
};

export type RecommendationDetail = RecommendationSummary & { text: string | null };

export type BoardColumn = { status: RecommendationStatus; count: number; items: RecommendationSummary[] };

/** One person's line of the ledger: what is published each way, and what is open. */
export type LedgerLine = {
  contact: { id: string; fullName: string };
  given: number;
  received: number;
  /** ISO days of the newest publication each way. */
  lastGiven: string | null;
  lastReceived: string | null;
  /** The recommendation being written each way, if one was asked for. */
  giving: string | null;
  givingWork: string | null;
  givingDue: string | null;
  receiving: string | null;
  balance: Balance;
};

export type Balance = "youOwe" | "theyOwe" | "even";
