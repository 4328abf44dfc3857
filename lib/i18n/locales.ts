import type { Language } from "./languages";
import de from "./messages/de";
import en from "./messages/en";

export type Tag = "en-GB" | "de-DE";

/** Each language's catalogue, and the tag its dates, numbers and lists are written by. English is the measure. */
export const locales: Record<Language, { tag: Tag; messages: typeof en }> = {
  en: { tag: "en-GB", messages: en },
  de: { tag: "de-DE", messages: de },
};
