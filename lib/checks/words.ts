// The words of the domain: what may be chosen. Apart from the schemas, so that the browser gets them without zod.

export const checkKinds = ["CREDENTIALS", "BACKGROUND", "TESTIMONIAL", "EXPERTISE"] as const;
export type CheckKind = (typeof checkKinds)[number];

export const findings = ["SUPPORTS", "NEUTRAL", "CONCERN"] as const;
export type CheckFinding = (typeof findings)[number];
