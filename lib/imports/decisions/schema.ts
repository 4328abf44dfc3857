// What only the owner can tell about an import. Safe in the browser.
import { z } from "zod";
import type { RecommendationStatus } from "../../recommendations/words";
import { id } from "../../schema";

const place = z.coerce.number("unknown").int().min(1).max(2_147_483_647);

export const decideInput = z.strictObject({
  id,
  file: place,
  line: place,
  /** Somebody new, nobody, or one of the candidates. */
  decision: z.union([z.literal(["new", "skip"]), z.uuid()], "choose"),
});
export const decideAllInput = z.strictObject({
  id,
  file: place,
  decision: z.enum(["candidate", "new", "skip"], "choose"),
});
export const missingInput = z.strictObject({
  id,
  /** One of them; absent: all that weren't spoken of yet. */
  contactId: z.uuid("unknown").optional(),
  removed: z.enum(["yes", "no"], "choose"),
});

/** Somebody a row may mean, or, with its state, a recommendation that is tracked here. */
export type Candidate = {
  id: string;
  name: string;
  about: string;
  isNew: boolean;
  tracked: RecommendationStatus | null;
};

/** A row that may mean one of several people, or none of them. */
export type Question = {
  file: number;
  line: number;
  name: string;
  about: string;
  candidates: Candidate[];
  decision: string | null;
};

export type Questions = { questions: Question[]; total: number; open: number };
