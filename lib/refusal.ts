import type { Seen } from "./form-state";

/**
 * A failure the person can mend: thrown by data functions, it rolls the transaction back, and the action door turns its
 * code into a sentence of the catalogue (`<domain>.errors.<code>`, else `common.errors.<code>`).
 */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    /** The form field the sentence belongs to; without one it stands above the form. */
    readonly field?: string,
    readonly params: Record<string, string | number> = {},
    /** A page that shows what is in the way. */
    readonly see?: Seen,
  ) {
    super(code);
    this.name = "Refusal";
  }
}
