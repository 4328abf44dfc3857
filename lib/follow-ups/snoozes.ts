// Apart from the schema, so that a menu doesn't bring the parser into the browser.
export const snoozes = ["TWO_WEEKS", "ONE_MONTH", "THREE_MONTHS", "DATE"] as const;
export type Snooze = (typeof snoozes)[number];
