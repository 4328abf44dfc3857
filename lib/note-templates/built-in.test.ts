import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { languages } from "@/lib/i18n/languages";
import { locales } from "@/lib/i18n/locales";
import { fieldsOf, noteFields, unknownFields } from "@/lib/invitations/note";
import { builtInTemplates, fieldNames, withFieldsOf } from "./built-in";

const wordsOf = (language: keyof typeof locales) => {
  const { tag, messages } = locales[language];
  return createTranslator({ locale: tag, messages, namespace: "ready" });
};

describe.each(languages)("in %s", (language) => {
  const t = wordsOf(language);

  test("every built-in template asks for fields there are, and for the same ones as in English", () => {
    const english = builtInTemplates(wordsOf("en")).map(({ text }) => fieldsOf(text, fieldNames(wordsOf("en"))));
    for (const { text } of builtInTemplates(t)) expect(unknownFields(text, fieldNames(t)), text).toEqual([]);
    expect(builtInTemplates(t).map(({ text }) => fieldsOf(text, fieldNames(t)))).toEqual(english);
  });

  test("a question calls its fields as a note does", () => {
    const { firstName, yourName } = locales[language].messages.incoming.ask.fields;
    expect(fieldNames(t)).toMatchObject({ firstName, yourName });
  });
});

test("no two fields share a name in any two languages", () => {
  const names = languages.flatMap((language) => Object.values(fieldNames(wordsOf(language))));
  expect(new Set(names).size).toBe(languages.length * noteFields.length);
});

test("what was written in one language is filled in another; what no field is called stays", () => {
  const english = "Hi {First Name}, {goal}? {nonsense}";
  expect(withFieldsOf(wordsOf("de"), english)).toBe("Hi {Vorname}, {Ziel}? {nonsense}");
  expect(withFieldsOf(wordsOf("en"), "Hallo {Vorname}, {Ziel}?")).toBe("Hallo {first name}, {goal}?");
  expect(withFieldsOf(wordsOf("de"), "Hallo {Vorname}")).toBe("Hallo {Vorname}");
});
