// The words of the domain: what may be chosen. Apart from the schemas, so that the browser gets them without zod.

export const densities = ["COMFORTABLE", "COMPACT"] as const;
export type Density = (typeof densities)[number];
