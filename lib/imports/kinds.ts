// What a file of an import can be. Safe in the browser.

/** In the order they are decided and written: who is known first, then what happened with them. */
export const importKinds = [
  "CONNECTIONS",
  "CONTACTS",
  "INVITATIONS",
  "NOTES",
  "RECOMMENDATIONS_GIVEN",
  "RECOMMENDATIONS_RECEIVED",
  "ENDORSEMENTS_GIVEN",
  "ENDORSEMENTS_RECEIVED",
  "MESSAGES",
  "EVENTS",
] as const;
export type ImportKind = (typeof importKinds)[number];

/** Which files of an import are of a kind: their places in it. */
export type FilesByKind = Record<ImportKind, number[]>;
