import fc from "fast-check";
import { expect, test } from "vitest";
import { guessName, readPasted } from "./pasted";

test.each([
  ["https://www.linkedin.com/in/rob-becker/", "rob-becker", null],
  ["linkedin.com/in/Rob-Becker?utm=x Hi Max, we met in Oslo", "rob-becker", "Hi Max, we met in Oslo"],
  ["Hi Max,\nwe met in Oslo.\n\nhttps://de.linkedin.com/in/rob-becker/de", "rob-becker", "Hi Max,\nwe met in Oslo."],
  ["in/rob-becker: hello", "rob-becker", "hello"],
  [
    "<https://www.linkedin.com/in/zo%C3%AB-str%C3%B8m>, see https://example.org/",
    "zoë-strøm",
    "see https://example.org/",
  ],
  ["https://linkedin.com/pub/rob-becker/4b/12a/7", "pub/rob-becker/4b/12a/7", null],
  ["Only words", null, "Only words"],
  ["", null, null],
])("%j is %j with the message %j", (text, slug, message) => {
  expect(readPasted(text)).toEqual({ slug, message, problem: null });
});

test.each([
  ["https://example.org/in/rob-becker", "notLinkedIn"],
  ["evil-linkedin.com/in/rob-becker hello", "notLinkedIn"],
  ["linkedin.com.evil.org/in/rob", "notLinkedIn"],
  ["https://www.linkedin.com/company/nordlys", "notProfile"],
  ["linkedin.com/feed", "notProfile"],
])("%j is %s", (text, problem) => {
  expect(readPasted(text)).toEqual({ slug: null, message: null, problem });
});

test.each([
  ["rob-becker", "Rob Becker"],
  ["rob-becker-4b12a7", "Rob Becker"],
  ["zoë-strøm-123", "Zoë Strøm"],
  ["robbecker", "Robbecker"],
  ["pub/rob-becker/4b/12a/7", "Rob Becker"],
  ["12345", ""],
])("%s is guessed to be %j", (slug, name) => expect(guessName(slug)).toBe(name));

test("whatever is pasted: nothing of it is lost but the address, and it takes no time", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 500 }), (text) => {
      const { slug, message } = readPasted(`https://www.linkedin.com/in/rob-becker ${text}`);
      expect(slug).toBe("rob-becker");
      expect(message ?? "").toBe(text.trim().replace(/^[-–—:,]\s*/, ""));
    }),
  );
  const started = performance.now();
  for (const text of ["a.".repeat(25_000), "<".repeat(50_000), "https://".repeat(6_000), " a".repeat(25_000)])
    readPasted(text);
  expect(performance.now() - started).toBeLessThan(100);
});
