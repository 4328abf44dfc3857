import fc from "fast-check";
import { expect, test } from "vitest";
import { type Known, traitsOf } from "./traits";

const known = (fullName: string, more: Partial<Known> = {}) =>
  traitsOf({ fullName, company: null, emails: [], phones: [], links: [], slugs: [], ...more });
const common = (one: string, other: string, company?: string) => {
  const mine = known(one, { company: company ?? null }).names;
  return known(other, { company: company ?? null }).names.some((key) => mine.includes(key));
};

test.each([
  ["Anna Berg", "Berg, Anna"],
  ["Anna Berg", "Dr. Anna Berg, PhD"],
  ["Anna Berg", "Anna K. Berg (she/her) 🌱"],
  ["Jürgen Müller", "Juergen Mueller"],
  ["Søren Ångström", "Soeren Angstrom"],
  ["Sergey Petrov", "Sergei Petrov"],
  ["李小龙", "Xiaolong Li"],
])("%s and %s are one name", (one, other) => {
  expect(known(one).words).toBe(known(other).words);
});

test.each([
  ["Bob Smith", "Robert Smith"],
  ["Peggy Weiss", "Margaret Weiss"],
  ["Anna Maria Berg", "Anna Berg"],
  ["María Gómez López", "Maria Gomez"],
  ["Сергей Юрьев", "Sergei Yuriev"],
  ["محمد علي", "Mohamed Ali"],
  ["Jon Smyth", "John Smith"],
  ["Γιώργος Παπαδόπουλος", "Giorgos Papadopoulos"],
  ["김민수", "Kim Minsu"],
])("%s and %s are compared", (one, other) => {
  expect(common(one, other)).toBe(true);
});

test.each([
  ["J. Smith", "John Smith"],
  ["Anna Bergstrom", "Anna Berstrom"],
])("%s and %s are compared within one company", (one, other) => {
  expect(common(one, other)).toBe(false);
  expect(common(one, other, "Nordlys Energi AS")).toBe(true);
});

test("who only shares a given or a family name isn't compared", () => {
  expect(common("Anna Berg", "Anna Dahl")).toBe(false);
  expect(common("Anna Berg", "Nils Berg")).toBe(false);
});

test("companies are the same with and without their legal form", () => {
  const names = ["Nordlys Energi", "Nordlys Energi AS", "NORDLYS ENERGI A/S", "Nordlys Energi, Inc."];
  expect(new Set(names.slice(0, 2).map((company) => known("A B", { company }).company))).toEqual(
    new Set(["nordlys energi"]),
  );
  expect(known("A B", { company: "The Company" }).company).toBe("the company");
});

test("one mailbox, however it is written; what many share is nobody's", () => {
  expect(known("A", { emails: ["Anna.Berg+news@GoogleMail.com", "annaberg@gmail.com"] }).emails).toEqual([
    "annaberg@gmail.com",
  ]);
  expect(known("A", { emails: ["info@nordlys.example", "Anna@Nordlys.example"] }).emails).toEqual([
    "anna@nordlys.example",
  ]);
});

test("one number with and without a country code; extensions and short numbers are nobody's own", () => {
  const phones = ["+47 912 34 567", "0047 91234567", "91 23 45 67"];
  expect(known("A", { phones }).phones).toEqual(["91234567"]);
  expect(known("A", { phones: ["112", "+44 20 7946 0958 ext 12"] }).phones).toEqual(["79460958"]);
});

test("a LinkedIn address among the links is a profile like one of their own", () => {
  const mine = known("A", { slugs: ["zoë-quill"] });
  expect(mine.reach).toEqual(
    known("B", { links: ["https://de.linkedin.com/in/Zo%C3%AB-Quill?x", "https://zoe.example"] }).reach,
  );
  expect(known("A", { slugs: ["Zo%C3%AB-quill"] }).slugs).toEqual(["zoë-quill"]);
});

test("whatever is written, there are a few keys, all different, the name's own first", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.string({ unit: "grapheme", maxLength: 30 }),
      (name, company) => {
        const traits = known(name, { company });
        expect(new Set(traits.names).size).toBe(traits.names.length);
        expect(traits.names.length).toBeLessThan(20);
        if (traits.words) expect(traits.names[0]).toBe(`n:${traits.words}`);
      },
    ),
  );
});

test("fifty thousand letters are no reason to wait", () => {
  for (const letter of ["a", "(", "一", ".", "-", "'", "ß"]) {
    expect(known(letter.repeat(50_000), { company: letter.repeat(50_000) }).words.length).toBeLessThan(2_000);
  }
});
