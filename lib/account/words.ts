// The words of the domain: what may be chosen. Apart from the schemas, so that the browser gets them without zod.

/** SYSTEM: light or dark as the browser asks for. */
export const themes = ["SYSTEM", "LIGHT", "DARK"] as const;
export type Theme = (typeof themes)[number];

/** An administrator opens and closes doors. Neither sees what another owner records. */
export const roles = ["OWNER", "ADMINISTRATOR"] as const;
export type Role = (typeof roles)[number];
