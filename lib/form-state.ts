export type Seen = { href: `/${string}`; label: string };

/** What a form shows after it was sent: ready-made sentences, and everything as it was typed. */
export type FormState = {
  errors?: Record<string, string[]>;
  message?: string;
  values?: Record<string, string | string[]>;
  /** A page that shows what is in the way, as a link under the message. */
  see?: Seen;
  /** `shownOnce`: a secret made just now, kept nowhere in this form. `count`: of how many, where they are too many to name. */
  saved?: { entity: string; ids: string[]; shownOnce?: string; count?: number };
};

/** What a form hands to its server action, and gets back. */
export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;
