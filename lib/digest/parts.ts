/** The lanes of Today a digest can tell of, in its order. */
export const parts = ["followUps", "touch", "invitations", "ready", "lapsing", "owed"] as const;
export type Part = (typeof parts)[number];
