import { z } from "zod";
import type { AssessmentDetail } from "@/lib/assessment/schema";
import { id, optionalText, tick, version } from "@/lib/schema";
import type { Reason } from "../schema";

/** REMOVE is a no that also puts them on the removal list. UNSURE changes nothing: they are asked again at the end. */
export const introAnswers = ["YES", "NO", "UNSURE", "REMOVE"] as const;
export type IntroAnswer = (typeof introAnswers)[number];

export const answerIntro = z
  .strictObject({
    contactId: id,
    /** The assessment's that the card showed; blank where there was none. */
    version: z.union([z.literal("").transform(() => null), version]),
    answer: z.enum(introAnswers, "choose"),
    canSay: optionalText(2_000),
    /** What else was said about them, and shown beside, holds as of today too. */
    restHolds: tick,
    /** Why they are to be removed, in case they are. */
    reason: optionalText(500),
    /** They were asked for by the address, which is left now. */
    named: tick,
  })
  .refine(({ answer, canSay }) => answer !== "YES" || canSay !== null, { path: ["canSay"], message: "sentence" });
export type AnswerIntro = Omit<z.output<typeof answerIntro>, "named">;

export const takeBackIntro = z.strictObject({ contactId: id });

/** The address of the pass: `contact` is asked about first, if still untested. */
export const introSearch = z.object({ contact: id.optional().catch(undefined) });

/** Whom the pass asks about now, with what is known. `connectedOn` is a day, `last` an ISO time. */
export type IntroCard = {
  id: string;
  fullName: string;
  about: string | null;
  connectedOn: string | null;
  strength: number;
  last: string | null;
  reason: Reason;
  concern: string | null;
  isOnRemovalList: boolean;
  wasSkipped: boolean;
  assessment: AssessmentDetail | null;
};

/** How far the pass is: `place` is the card's among `total`; `skipped` wait at the end. Pace in seconds an answer. */
export type IntroProgress = {
  total: number;
  tested: number;
  skipped: number;
  place: number;
  pace: number | null;
};

export type IntroPass = {
  card: IntroCard | null;
  progress: IntroProgress;
  /** The answer given last, where it can still be taken back. */
  last: { contactId: string; fullName: string } | null;
};
