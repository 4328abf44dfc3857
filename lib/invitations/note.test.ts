import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fieldsOf, fillNote, firstName, type NoteRecord, noteLength, unfilledFields, unknownFields } from "./note";

const names = {
  firstName: "first name",
  lastMet: "day you last met",
  lastSpoke: "day you last spoke",
  whereYouMet: "where you met",
  commonGround: "common ground",
  goal: "goal",
  expertise: "expertise",
  yourName: "your name",
};
const nothing: NoteRecord = {
  firstName: null,
  lastMet: null,
  lastSpoke: null,
  whereYouMet: null,
  commonGround: null,
  goal: null,
  expertise: null,
  yourName: null,
};

describe("filling a template", () => {
  test("puts in what the record holds and leaves the rest in braces", () => {
    const note = fillNote("Hi {first name}, about {goal}.", { ...nothing, firstName: "Lena" }, names);
    expect(note).toBe("Hi Lena, about {goal}.");
    expect(unfilledFields(note)).toEqual(["{goal}"]);
  });

  test("doesn't mind case or spaces in a field's name", () => {
    expect(fillNote("{First Name} { goal }", { ...nothing, firstName: "Lena", goal: "lineage" }, names)).toBe(
      "Lena lineage",
    );
  });

  test("puts text in as it is, also where it looks like a pattern", () => {
    expect(fillNote("{goal}", { ...nothing, goal: "$& and $1" }, names)).toBe("$& and $1");
  });

  test("never fills a field from a value that looks like one", () => {
    expect(fillNote("{goal} {first name}", { ...nothing, goal: "{first name}", firstName: "Lena" }, names)).toBe(
      "{first name} Lena",
    );
  });

  test("a misspelt field counts as unfilled", () => {
    expect(unfilledFields("Hi {frist name}, {frist name}!")).toEqual(["{frist name}"]);
  });

  test("text without braces is whole, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const plain = text.replace(/[{}]/g, "");
        expect(unfilledFields(plain)).toEqual([]);
        expect(fillNote(plain, nothing, names)).toBe(plain);
      }),
    );
  });
});

describe("the length of a note", () => {
  test.each([
    ["", 0],
    ["Lena", 4],
    ["Zoë", 3],
    ["Zoe\u0308", 3],
    ["👩‍👩‍👧‍👦", 1],
    ["🇩🇪!", 2],
    ["a\nb", 3],
  ])("%j has %i characters", (text, length) => expect(noteLength(text)).toBe(length));
});

describe("the fields of a template", () => {
  test("are those it asks for, each once; anything else in braces nothing can fill", () => {
    const template = "Hi { First Name }, {goal}, {goal} and {the weather}.";
    expect(fieldsOf(template, names)).toEqual(["firstName", "goal"]);
    expect(unknownFields(template, names)).toEqual(["{the weather}"]);
  });
});

test.each([
  ["Lena Okafor", "Lena"],
  ["Dr. Lena Okafor", "Lena"],
  ["Prof. Dr. Anke Weiß", "Anke"],
  ["J. Robert Smith", "Robert"],
  ["J. Smith", null],
  ["Jane Doe, PhD", "Jane"],
  ["Lena", "Lena"],
  ["  José  Marín ", "José"],
  ["Dr.", null],
])("%s is addressed as %s", (fullName, first) => expect(firstName(fullName)).toBe(first));
