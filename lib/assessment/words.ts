// The words of the domain: what may be chosen. Apart from the schemas, so that the browser gets them without zod.

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
