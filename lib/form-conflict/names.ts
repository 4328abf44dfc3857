// What a conflict's own fields are called, in the form and by whoever reads it. Safe in the browser.

export const choices = ["mine", "theirs", "combined"] as const;
export type Choice = (typeof choices)[number];

/** Fields that belong together stand under one choice. */
export const groupOf = (names: readonly string[]) => names.join("+");
export const choiceField = (group: string) => `choice.${group}`;
export const combinedField = (group: string) => `combined.${group}`;
