import fc from "fast-check";
import { expect, test } from "vitest";
import { isDefaultMessage, namesMentioned } from "./message";

test.each([
  "I'd like to add you to my professional network on LinkedIn.",
  "Hi Max,\nI’d like to add you to my professional network on LinkedIn.\n- Stan Stranger",
  "Hallo Max, ich möchte Sie gerne zu meinem beruflichen Netzwerk auf LinkedIn hinzufügen. Stan Stranger",
  "ich wurde sie gerne zu meinem beruflichen netzwerk hinzufugen",
  "Bonjour Max, J'aimerais vous ajouter à mon réseau professionnel sur LinkedIn",
  "Hola, Max: Me gustaría añadirte a mi red profesional en LinkedIn.",
  "Olá! Gostaria de adicioná-lo à minha rede profissional no LinkedIn.",
  "Let’s connect!",
])("LinkedIn’s own words: %s", (message) => expect(isDefaultMessage(message)).toBe(true));

test.each([
  "",
  "Hi Max",
  "We met at the data quality workshop in Leeds: I'd like to add you to my professional network.",
  "I'd like to add you to my professional network, since Lena Okafor told me about your work on lineage in Oslo.",
  "Ihr Vortrag war großartig",
])("somebody’s own words: %s", (message) => expect(isDefaultMessage(message)).toBe(false));

test.each([
  ["Lena Okafor suggested I write to you", ["Lena Okafor"]],
  ["introduced by Anna van der Berg, in Leeds", ["Anna van der Berg"]],
  ["we liked Tomás Marín’s talk", ["Tomás Marín"]],
  ["thanks to Lena Okafor. Max says hello", ["Lena Okafor"]],
  ["田中 太郎 introduced us", ["田中 太郎"]],
  ["met through lena okafor", []],
  ["", []],
])("the names in %j are %j", (text, names) => expect(namesMentioned(text)).toEqual(names));

test("hostile text costs no time and finds no more than it has words for", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 3_000, unit: "grapheme" }), (text) => {
      expect(namesMentioned(text).length).toBeLessThan(400);
      expect(typeof isDefaultMessage(text)).toBe("boolean");
    }),
  );
  const started = performance.now();
  namesMentioned("A".repeat(50_000));
  isDefaultMessage(`${"I'd like to add ".repeat(4_000)}`);
  expect(performance.now() - started).toBeLessThan(100);
});
