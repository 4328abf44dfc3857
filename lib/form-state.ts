/** What a form shows after it was sent: ready-made sentences, and everything as it was typed. */
export type FormState = {
  errors?: Record<string, string[]>;
  message?: string;
  values?: Record<string, string | string[]>;
  saved?: { entity: string; ids: string[] };
};
