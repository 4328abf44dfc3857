import type { Conflict } from "./form-conflict/schema";

export type Seen = { href: `/${string}`; label: string };

/** The fields of a form by name, as typed; a list for what is called `name[]` there. */
export type FormValues = Record<string, string | string[]>;

/** What a form shows after it was sent: ready-made sentences, and everything as it was typed. */
export type FormState = {
  errors?: Record<string, string[]>;
  message?: string;
  values?: FormValues;
  /** A page that shows what is in the way, as a link under the message. */
  see?: Seen;
  /** The row was changed elsewhere meanwhile: both versions, to choose from. */
  conflict?: Conflict;
  /** The row isn't there any more: all that was typed, to be copied. */
  copy?: string;
  /** Of two versions the other one was kept: the form starts from it. */
  kept?: boolean;
  /** `shownOnce`: a secret made just now, kept nowhere in this form. `count`: of how many, where they are too many to name. */
  saved?: { entity: string; ids: string[]; shownOnce?: string; count?: number };
};

/** What a form hands to its server action, and gets back. */
export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;
