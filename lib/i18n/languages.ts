// Which languages there are, and whose is which. Safe in the browser: no catalogue comes with it.

export const languages = ["en", "de"] as const;

export type Language = (typeof languages)[number];

const isLanguage = (name: string): name is Language => (languages as readonly string[]).includes(name);

/** The owner's language, or English where it is unknown. */
export function languageOf(locale: string | undefined): Language {
  return locale !== undefined && isLanguage(locale) ? locale : "en";
}

/**
 * The language a browser asks for: the best liked of an Accept-Language header ("de-AT,de;q=0.9,en;q=0.5") that there
 * is, whatever its region; English where it asks for none of them.
 */
export function preferredLanguage(header: string | null): Language {
  const liked = (header ?? "")
    .split(",")
    .map((range) => {
      const [tag = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith("q="));
      return { name: tag.split("-")[0] ?? "", weight: weight ? Number(weight.slice(2)) : 1 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight); // stable: of equals the one named first
  return liked.map(({ name }) => name).find(isLanguage) ?? "en";
}
