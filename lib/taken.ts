/** A write that a unique key refused: somebody else was first. */
export const isTaken = (error: unknown): boolean => (error as { code?: string } | null)?.code === "P2002";
