// The words of the domain: what may be chosen. Apart from the schemas, so that the browser gets them without zod.

export const supportDirections = ["GIVEN", "RECEIVED"] as const;
export type SupportDirection = (typeof supportDirections)[number];

export const supportKinds = ["INTRODUCTION", "REFERRAL", "ADVICE", "RECOMMENDATION", "OTHER"] as const;
export type SupportKind = (typeof supportKinds)[number];
