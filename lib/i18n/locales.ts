import en from "./messages/en";

/** The languages an owner can choose, each with its catalogue and the tag dates and numbers are written by. */
export const locales = {
  en: { tag: "en-GB", messages: en },
} as const;

export type Language = keyof typeof locales;

/** The owner's language, or English where it is unknown or nobody is signed in. */
export function languageOf(locale: string | undefined): Language {
  return locale !== undefined && Object.hasOwn(locales, locale) ? (locale as Language) : "en";
}
