// The words of the domain: what may be chosen. Apart from the schemas, so that the browser gets them without zod.

export const directions = ["GIVEN", "RECEIVED"] as const;
export type Direction = (typeof directions)[number];

/** In the order a recommendation goes through them; declined ends it. */
export const recommendationStatuses = ["IDEA", "REQUESTED", "DRAFTING", "SENT", "PUBLISHED", "DECLINED"] as const;
export type RecommendationStatus = (typeof recommendationStatuses)[number];

/** Characters that LinkedIn takes, as a reader counts them. */
export const longestText = 3_000;

/** Code points that the database holds: an emoji may be ten of them. */
export const mostCodePoints = 12_000;
