/** How this installation's backups are doing; ISO instants. */
export type BackupStatus = {
  /** What it holds is what was there at this moment. */
  last: { at: string; megabytes: number } | null;
  /** More than two nights have gone by since the last one, or since the first account was made. */
  isOld: boolean;
  /** When one was last restored into a database beside this one and found equal. */
  restoredAt: string | null;
  /** The last try failed, and why. Null once one was made since. */
  failure: { at: string; why: "SPACE" | "DIFFERENT" | "UNEXPECTED" } | null;
};
