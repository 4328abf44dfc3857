// What the palette is asked and what it answers; safe in the browser.
import { z } from "zod";
import type { InteractionKind } from "@/lib/interactions/words";
import { typed } from "@/lib/schema";
import type { Verdict } from "@/lib/strength/schema";

/** What is typed so far; nothing is asked for what stands there before. */
export const searchQuery = z.strictObject({ q: typed().trim().max(200).default("") });

export const peekQuery = z.strictObject({ contactId: z.uuid() });

export type FoundPerson = {
  id: string;
  name: string;
  /** Position and company. */
  detail: string | null;
  /** 0 to 100. */
  strength: number;
};

/** `isNamed`: the words begin words of the name; otherwise they stand elsewhere in the record, or the name is only alike. */
export type FoundByWords = FoundPerson & { isNamed: boolean };

/** `people` is how many contacts are there, null where there are too many to count while somebody types. */
export type FoundCompany = { name: string; people: number | null };
export type FoundTag = { id: string; name: string };

/** A part of a text; `isHit` is what was looked for. */
export type Piece = { text: string; isHit: boolean };

export type FoundInteraction = {
  id: string;
  kind: InteractionKind;
  occurredAt: string;
  people: string[];
  excerpt: Piece[];
};
/** What is written about a contact. */
export type FoundNote = { contactId: string; name: string; excerpt: Piece[] };

export type Found = {
  people: FoundByWords[];
  companies: FoundCompany[];
  tags: FoundTag[];
  interactions: FoundInteraction[];
  notes: FoundNote[];
};

/** What stands there before anything is typed. */
export type Start = {
  followUps: { id: string; title: string; dueOn: string; person: FoundPerson }[];
  fading: (FoundPerson & { until: string })[];
  recent: FoundPerson[];
  ready: number;
  toAnswer: number;
};

/** One person at a glance; sentences and words are the reader's already. */
export type Peek = {
  verdict: Verdict;
  verdictWord: string;
  strength: number;
  lastInteractionAt: string | null;
  nextStep: string | null;
  /** The rules that don't hold. */
  missing: string[];
  followUp: { title: string; dueOn: string } | null;
};
