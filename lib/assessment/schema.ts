import { z } from "zod";
import { id, lines, optionalChoice, optionalText, tick, version } from "@/lib/schema";

export const answers = ["YES", "NO", "UNSURE"] as const;
export type Answer = (typeof answers)[number];

/** The questions answered with yes, no or unsure, in the order they are asked. */
export const questions = ["wantsToDeepen", "iBelieve", "theyBelieve", "synergy", "wouldIntroduce"] as const;

/** Where on the screen each answer stands: the name of its column, so that a rule's missing part can link to it. */
export const anchors = {
  wantsToDeepen: "wants_to_deepen",
  commonGround: "common_ground",
  goal: "goal",
  iBelieve: "i_believe",
  theyBelieve: "they_believe",
  synergy: "synergy",
  canSay: "can_say",
  wouldIntroduce: "would_introduce",
} as const;

const answer = optionalChoice(answers);

/** Everything may be left open; `version` is blank while nothing is saved yet. */
export const saveAssessment = z.strictObject({
  contactId: id,
  version: z.union([z.literal("").transform(() => null), version]),
  /** Also when it was changed since the form was opened. */
  overwrite: tick,
  wantsToDeepen: answer,
  iBelieve: answer,
  theyBelieve: answer,
  synergy: answer,
  wouldIntroduce: answer,
  commonGround: lines(200, 30),
  goal: optionalText(1_000),
  canSay: optionalText(2_000),
});

export type AssessmentInput = Omit<z.output<typeof saveAssessment>, "contactId" | "version" | "overwrite">;

export type AssessmentDetail = AssessmentInput & {
  version: number;
  /** ISO instants: the last look at it, and how long that counts by the policy. */
  reviewedAt: string;
  countsUntil: string;
};
