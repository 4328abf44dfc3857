import type { Balance, RecommendationStatus } from "./schema";

/** Published each way, and whether one that was asked for is still being written each way. */
export type Exchange = { given: number; received: number; giving: boolean; receiving: boolean };

/**
 * Who owes whom. A promise comes first: what was asked for and is being written. Where both or neither write, the one
 * who has received more owes.
 */
export function balanceOf({ given, received, giving, receiving }: Exchange): Balance {
  if (giving !== receiving) return giving ? "youOwe" : "theyOwe";
  if (given === received) return "even";
  return received > given ? "youOwe" : "theyOwe";
}

/** The states in which somebody has been asked and hasn't finished. */
export const openStatuses = ["REQUESTED", "DRAFTING"] as const satisfies RecommendationStatus[];

/** The moves offered from a state, the likeliest first. Any move can be undone. */
const moves: Record<RecommendationStatus, RecommendationStatus[]> = {
  IDEA: ["REQUESTED", "DRAFTING", "DECLINED"],
  REQUESTED: ["DRAFTING", "SENT", "DECLINED"],
  DRAFTING: ["SENT", "PUBLISHED", "DECLINED"],
  SENT: ["PUBLISHED", "DRAFTING", "DECLINED"],
  PUBLISHED: ["SENT"],
  DECLINED: ["IDEA"],
};

export function nextStatuses(status: RecommendationStatus): readonly RecommendationStatus[] {
  return moves[status];
}
