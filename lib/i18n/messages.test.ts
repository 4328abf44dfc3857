import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser"; // next-intl's own
import { describe, expect, test } from "vitest";
import { languages } from "./languages";
import { locales } from "./locales";

/** Every message of a language by its key: "checks.errors.kind". */
function messagesOf(language: keyof typeof locales): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (node: object, path: string) => {
    for (const [key, value] of Object.entries(node)) {
      if (typeof value === "string") found.set(path + key, value);
      else walk(value, `${path}${key}.`);
    }
  };
  walk(locales[language].messages, "");
  return found;
}

const en = messagesOf("en");
const de = messagesOf("de");
/** Every element of a message, also those inside of tags, plurals and choices. */
function elementsOf(message: MessageFormatElement[]): MessageFormatElement[] {
  return message.flatMap((element) => {
    if (element.type === TYPE.tag) return [element, ...elementsOf(element.children)];
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      return [element, ...Object.values(element.options).flatMap(({ value }) => elementsOf(value))];
    }
    return [element];
  });
}

/** What a message is given by whoever shows it: "{day}" and "<day>", with the kind of each. */
function givenTo(message: string): string[] {
  const given = elementsOf(parse(message)).flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.tag) return [`<${element.value}>`];
    if (element.type === TYPE.select) return [`{${element.value}: ${Object.keys(element.options).sort().join(" ")}}`];
    return [`{${element.value}}`]; // a word, a number or a plural: that is up to the language
  });
  return [...new Set(given)].sort();
}

/** What a reader reads of it, whatever is filled in. */
const wordsOf = (message: string): string =>
  elementsOf(parse(message))
    .map((element) => (element.type === TYPE.literal ? element.value : ""))
    .join("\u0000");

test("both languages have the same messages", () => {
  expect([...de.keys()].sort()).toEqual([...en.keys()].sort());
});

test("a message is given the same in both, by the same names", () => {
  const given = (messages: Map<string, string>) =>
    Object.fromEntries([...messages].map(([key, text]) => [key, givenTo(text)]));
  expect(given(de)).toEqual(given(en));
});

test("none is empty, save where English says nothing either", () => {
  const empty = (messages: Map<string, string>) => [...messages].filter(([, text]) => !text.trim()).map(([key]) => key);
  expect(empty(de)).toEqual(empty(en));
});

/** The same word in both languages, or a name. */
const sameWords = new Set([
  ...["Vouch", "LinkedIn", "Name", "Position", "Web", "Text", "Status", "Spam", "Link", "Website", "Person", "Import"],
  ...["Warm", "warm", "Normal", "normal", "neutral", "optional", "Filter", "Offline", "Passkeys"],
  // What is typed into a filter is the same in every language.
  ...["Filter: company:acme verdict:ready strength:>60", "ready, almost, building, pending, connected, blocked"],
  ...["strong, warm, cool, cold", "fading, lapsing, touch"],
]);

test("no message was left in English", () => {
  const left = [...de].filter(([key, text]) => {
    const words = wordsOf(text).replaceAll("\u0000", " ").trim().replace(/ ?:$/, "");
    return text === en.get(key) && /\p{L}/u.test(words) && !sameWords.has(words);
  });
  expect(left).toEqual([]);
});

describe.each(languages)("in %s", (language) => {
  const plurals = [...messagesOf(language)].flatMap(([key, text]) =>
    elementsOf(parse(text)).flatMap((element) => (element.type === TYPE.plural ? [{ key, ...element }] : [])),
  );
  const categories = new Intl.PluralRules(locales[language].tag).resolvedOptions().pluralCategories;

  test("every plural has the forms of the language, and no others", () => {
    const wrong = plurals.filter(({ options }) => {
      const forms = Object.keys(options);
      const isForOne = "one" in options || "=1" in options;
      // "=0" and "other" alone tell nothing from something, and "other" alone a number: neither bends a word.
      const isBent = forms.some((form) => form !== "=0" && form !== "other");
      return (
        !("other" in options) ||
        (isBent && !isForOne) ||
        forms.some((form) => !/^=\d+$/.test(form) && !(categories as string[]).includes(form))
      );
    });
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });
});

test("where one language bends a word by number, so does the other", () => {
  const bends = (text: string) =>
    elementsOf(parse(text)).some(
      (element) => element.type === TYPE.plural && ("one" in element.options || "=1" in element.options),
    );
  const bent = (messages: Map<string, string>) => [...messages].filter(([, text]) => bends(text)).map(([key]) => key);
  expect(bent(de)).toEqual(bent(en));
});

describe("German as it is set and said", () => {
  const written = [...de].map(([key, text]) => ({ key, text: wordsOf(text) }));
  const keysWith = (pattern: RegExp) => written.filter(({ text }) => pattern.test(text)).map(({ key }) => key);

  test("quotation marks are „these“, in pairs; apostrophes, dots and dashes are typographic", () => {
    expect(keysWith(/["'”‚‘]/u)).toEqual([]);
    expect(keysWith(/\.\.\.| - /u)).toEqual([]);
    const odd = written.filter(({ text }) => text.split("„").length !== text.split("“").length);
    expect(odd.map(({ key }) => key)).toEqual([]);
  });

  test("it says “du”: no polite form stands within a sentence", () => {
    expect(keysWith(/[\p{Ll},;] (?:Sie|Ihnen|Ihr|Ihre[mnrs]?)(?!\p{L})/u)).toEqual([]);
    expect(keysWith(/(?<!\p{L})(?:Bitte|Möchten|Können|Wollen|Haben|Sind|Geben|Wählen) Sie(?!\p{L})/u)).toEqual([]);
  });
});
