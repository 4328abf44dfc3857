export type ImportState =
  | "READING"
  | "REFUSED"
  | "PREVIEW"
  | "QUEUED"
  | "RUNNING"
  | "CANCELLING"
  | "DONE"
  | "FAILED"
  | "UNDOING"
  | "UNDONE";

/** States in which something is going on and the page should look again. */
export const busyStates: readonly ImportState[] = ["READING", "QUEUED", "RUNNING", "CANCELLING", "UNDOING"];
