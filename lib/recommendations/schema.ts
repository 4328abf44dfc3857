import { z } from "zod";
import { countGraphemes } from "@/lib/graphemes";
import { day, id, memoryOf, optionalDay, optionalText, tick, version } from "@/lib/schema";
import type { Lag, Published, Swap } from "./lag";
import type { Owed } from "./owed";
import {
  type Direction,
  directions,
  longestText,
  mostCodePoints,
  type RecommendationStatus,
  recommendationStatuses,
} from "./words";

const recommendation = {
  direction: z.enum(directions, "choose"),
  status: z.enum(recommendationStatuses, "choose"),
  work: optionalText(500),
  text: z
    .string()
    .transform((typed) => typed.trim() || null)
    .nullish()
    .transform((typed) => typed ?? null)
    .refine((typed) => countGraphemes(typed ?? "") <= longestText, "textTooLong")
    .refine((typed) => [...(typed ?? "")].length <= mostCodePoints, "textTooLong"),
  dueOn: optionalDay,
  publishedOn: optionalDay,
};

/** Who it is about: a contact chosen, or one of exactly this name (what a form without script sends). */
export const createRecommendation = z.strictObject({
  /** Made by the form: sent twice, it is written once. */
  id,
  contactId: z.union([z.literal(""), id], "contact").optional(),
  name: optionalText(200),
  ...recommendation,
});
export type CreateRecommendation = { id?: string; contactId: string } & UpdateRecommendation;

export const updateRecommendation = z.strictObject({ id, version, ...recommendation });
export type UpdateRecommendation = Omit<z.infer<typeof updateRecommendation>, "id" | "version">;

/** `publishedOn` is named when a publication is restored: it keeps its day. `undo` takes a move back. */
export const moveRecommendation = z.strictObject({
  id,
  version,
  status: z.enum(recommendationStatuses, "choose"),
  publishedOn: optionalDay,
  undo: tick,
});

/** Due on another day, or, with none, no more. `choice` is what stands on the button that was pressed, and goes first. */
export const rescheduleRecommendation = z.strictObject({
  id,
  version,
  dueOn: optionalDay,
  choice: z.union([z.literal(""), day], "day").optional(),
});

export const oneRecommendation = z.strictObject({ id, version });

/** The text becomes what it was in that version. */
export const restoreText = z.strictObject({ id, version, textId: id });

const moment = z.iso.datetime({ offset: true });

/** All that a deleted one was, so that it can be again. */
export const deletedRecommendation = z.strictObject({
  id,
  version: z.int().min(1),
  contactId: id,
  ...recommendation,
  createdAt: moment,
  requestedAt: moment.nullable(),
  texts: z.array(z.strictObject({ id, text: z.string().min(1).max(50_000), createdAt: moment })).max(200),
});
export type DeletedRecommendation = z.infer<typeof deletedRecommendation>;

/** The same as one field of a form. */
export const bringBackRecommendation = z.strictObject({ memory: memoryOf(deletedRecommendation) });

/**
 * The address of the page: `?contact=` opens a form for that contact, `?new` an empty one, `?open=` shows all of a column.
 * Nonsense counts as absent.
 */
export const recommendationSearch = z
  .object({
    contact: id.optional().catch(undefined),
    direction: z.enum(directions).catch("GIVEN"),
    new: z.unknown().optional(),
    open: z.enum(recommendationStatuses).optional().catch(undefined),
  })
  .transform(({ new: asked, ...search }) => ({ ...search, isNew: asked !== undefined }));
export const recommendationPage = z.object({ id });

/** Who one is about, and what was published between the two. */
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
  /** What publishing it today would look like, where that is too near to one the other way. */
  swap: Swap | null;
};

/** A text as it was saved once; `createdAt` is an ISO time. */
export type SavedText = { id: string; text: string; createdAt: string };

export type RecommendationDetail = RecommendationSummary & {
  text: string | null;
  createdAt: string;
  requestedAt: string | null;
};

/** `isOpen`: more of it is shown than of the others. */
export type BoardColumn = {
  status: RecommendationStatus;
  count: number;
  items: RecommendationSummary[];
  isOpen: boolean;
};

/** One that is being written: who has it open, and until when. */
export type Promised = { id: string; version: number; work: string | null; dueOn: string | null; overdue: boolean };

/** One person's line of the ledger: what is published each way, what is promised, and who owes whom. */
export type LedgerLine = {
  contact: { id: string; fullName: string };
  given: number;
  received: number;
  /** Sent, and not published yet. */
  sent: Record<Direction, number>;
  /** ISO days of the newest publication each way. */
  lastGiven: string | null;
  lastReceived: string | null;
  /** The one that is due first, each way. */
  giving: Promised | null;
  receiving: Promised | null;
  owed: Owed;
  lag: (Lag & { isSwap: boolean }) | null;
  /** The next one to publish would look like a swap until then. */
  waitUntil: string | null;
};

/** What the forms need to warn of a swap. */
export type Exchanged = { published: Published; gapDays: number };
