import fc from "fast-check";
import { expect, test } from "vitest";
import { fillQuestion, wordingOf } from "./question";

const fields = { firstName: "first name", yourName: "your name" };
const names = { firstName: "Rob", yourName: "Max" };

test("a wording is filled for one person, and becomes the wording again", () => {
  const wording = "Hi {first name}, how did you find me? – {your name}";
  const question = fillQuestion(wording, names, fields);
  expect(question).toBe("Hi Rob, how did you find me? – Max");
  expect(wordingOf(question, names, fields)).toBe(wording);
});

test("only whole names become fields", () => {
  expect(wordingOf("Rob, is it Robert or Rob? Maximal!", names, fields)).toBe(
    "{first name}, is it Robert or {first name}? Maximal!",
  );
  expect(wordingOf("Hi Zoë, Zoës 𝐙", { firstName: "Zoë", yourName: null }, fields)).toBe("Hi {first name}, Zoës 𝐙");
});

test("without a name to put in, the field stays to be filled by hand", () => {
  expect(fillQuestion("Hi {first name}!", { firstName: null, yourName: null }, fields)).toBe("Hi {first name}!");
});

test("filling what was made a wording gives the question back, whatever it says", () => {
  const text = fc.array(fc.constantFrom("Rob", "Max", " ", "Robert", ", ", "-", "ü", "\n"), { maxLength: 12 });
  fc.assert(
    fc.property(text, (parts) => {
      const question = parts.join("");
      expect(fillQuestion(wordingOf(question, names, fields), names, fields)).toBe(question);
    }),
  );
});
