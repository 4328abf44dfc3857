import { z } from "zod";
import { id, lines, optionalChoice, optionalText, version } from "@/lib/schema";
import { answers } from "./words";

const answer = optionalChoice(answers);

/** Everything may be left open; `version` is blank while nothing is saved yet. */
export const saveAssessment = z.strictObject({
  contactId: id,
  version: z.union([z.literal("").transform(() => null), version]),
  wantsToDeepen: answer,
  iBelieve: answer,
  theyBelieve: answer,
  synergy: answer,
  wouldIntroduce: answer,
  commonGround: lines(200, 30),
  goal: optionalText(1_000),
  canSay: optionalText(2_000),
});

export type AssessmentInput = Omit<z.output<typeof saveAssessment>, "contactId" | "version">;

export type AssessmentDetail = AssessmentInput & {
  version: number;
  /** ISO instants: the last look at it, and how long that counts by the policy. */
  reviewedAt: string;
  countsUntil: string;
};
