// The words of the domain: what may be chosen. Apart from the schemas, so that the browser gets them without zod.

export const interactionKinds = ["IN_PERSON", "VIDEO", "CALL", "MESSAGE", "COMMENT"] as const;
export type InteractionKind = (typeof interactionKinds)[number];

/** Messages and comments go one way; everything else is joint. */
export const isDirected = (kind: InteractionKind) => kind === "MESSAGE" || kind === "COMMENT";

export const directions = ["INBOUND", "OUTBOUND"] as const;
export type InteractionDirection = "JOINT" | (typeof directions)[number];

export const depths = ["QUICK", "NORMAL", "DEEP"] as const;
export type InteractionDepth = (typeof depths)[number];

/** More people than this on one interaction is a mailing list. */
export const mostPeople = 50;
