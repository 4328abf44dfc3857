// The words of the domain: what may be chosen. Apart from the schemas, so that the browser gets them without zod.

export const tieKinds = ["introduction", "company", "tag"] as const;
export type TieKind = (typeof tieKinds)[number];

/** So many people at most: the strongest. */
export const mostPeople = 2_000;
/** So many ties of shared tags and companies at most, so that a frame is drawn in time. */
export const mostShared = 6_000;
