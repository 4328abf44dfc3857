import type { RecommendationStatus } from "./words";

/** The moves offered from a state, the likeliest first. Any move can be undone. */
const moves: Record<RecommendationStatus, readonly RecommendationStatus[]> = {
  IDEA: ["REQUESTED", "DRAFTING", "DECLINED"],
  REQUESTED: ["DRAFTING", "SENT", "DECLINED"],
  DRAFTING: ["SENT", "PUBLISHED", "DECLINED"],
  SENT: ["PUBLISHED", "DRAFTING", "DECLINED"],
  PUBLISHED: ["SENT"],
  DECLINED: ["IDEA"],
};

/** LinkedIn lets only first-degree connections ask for, send and publish one. */
export function needsConnection(status: RecommendationStatus): boolean {
  return status === "REQUESTED" || status === "SENT" || status === "PUBLISHED";
}

export function nextStatuses(status: RecommendationStatus, isConnected: boolean): readonly RecommendationStatus[] {
  if (isConnected) return moves[status];
  const next = moves[status].filter((step) => !needsConnection(step));
  return next.length > 0 ? next : ["DRAFTING"];
}

/** Whether nothing more will come of it. */
export function isEnd(status: RecommendationStatus): boolean {
  return status === "PUBLISHED" || status === "DECLINED";
}
