// Why a row is not simply new: codes of the catalogue (imports.reasons). Safe in the browser.

export const rowReasons = [
  "blank",
  "hidden",
  "repeated",
  "unchanged",
  "completed",
  "inTrash",
  "stranger",
  "noAddress",
  "notYours",
  "noRecipient",
  "draft",
  "spam",
  "sponsored",
  "hiddenMember",
  "kept",
  "undecided",
  "newPerson",
  "accepted",
  "sent",
  "received",
  "ignored",
  "leftOut",
  "sameName",
  "changed",
  "differs",
  "unpublished",
  "endorsement",
  "emptyNote",
  "nameless",
  "columns",
  "direction",
  "url",
  "date",
  "future",
  "tooLong",
] as const;
export type RowReason = (typeof rowReasons)[number];

export function isRowReason(reason: string | null): reason is RowReason {
  return (rowReasons as readonly (string | null)[]).includes(reason);
}

/** Why a whole file or run failed: codes of the catalogue (imports.failures). */
export const failureCodes = [
  "empty",
  "noRows",
  "header",
  "packed",
  "spreadsheet",
  "picture",
  "pdf",
  "webPage",
  "json",
  "encoding",
  "nul",
  "quoteOpen",
  "quoteStray",
  "rowTooLong",
  "tooManyColumns",
  "tooManyRows",
  "tooManyPeople",
  "tooLarge",
  "zipEntries",
  "zipUnpacked",
  "zipRatio",
  "zipSizes",
  "zipNested",
  "zipPath",
  "zipEncrypted",
  "zipDamaged",
  "zipNothing",
  "unexpected",
] as const;
export type FailureCode = (typeof failureCodes)[number];

export function isFailureCode(code: string): code is FailureCode {
  return (failureCodes as readonly string[]).includes(code);
}
