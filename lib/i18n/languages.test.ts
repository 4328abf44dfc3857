import { expect, test } from "vitest";
import { languageOf, preferredLanguage } from "./languages";

test.each([
  ["de-AT", "de"],
  ["DE", "de"],
  ["en-US,en;q=0.9,de;q=0.8", "en"],
  ["de;q=0.8, en;q=0.9", "en"],
  ["fr-FR,fr;q=0.9,de;q=0.5,en;q=0.4", "de"],
  ["en;q=0.5,de;q=0.5", "en"], // of equals the one named first
  ["de;q=0.5,en;q=0.5", "de"],
  ["de;q=0,en;q=0.1", "en"], // nought is a no
  ["fr-FR,fr", "en"],
  ["den,*;q=0.1", "en"],
  [";;,q=,de;q=much", "en"],
  ["", "en"],
  [null, "en"],
])("a browser that likes %j reads %s", (header, language) => {
  expect(preferredLanguage(header)).toBe(language);
});

test("an account in a language there is none of reads English", () => {
  expect(["de", "en", "fr", "toString", undefined].map(languageOf)).toEqual(["de", "en", "en", "en", "en"]);
});
