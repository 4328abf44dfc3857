/** The owner's clock: days are theirs. */
export type Clock = { timeZone: string; now: Date };
