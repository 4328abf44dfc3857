// The words of the domain: what may be chosen. Apart from the schemas, so that the browser gets them without zod.

export const tieKinds = ["introduction", "company", "tag"] as const;
export type TieKind = (typeof tieKinds)[number];
