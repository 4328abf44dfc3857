import { expect, test } from "vitest";
import { isEmail, isPhone, normaliseLink, normalisePhone, normalisePoint } from "./contact-point";

test("e-mail addresses that differ in case are one", () => {
  expect(normalisePoint("EMAIL", " Anna@Berg.Example ")).toBe("anna@berg.example");
});

test.each(["anna@berg.example", "a.b+c@mail.berg.example", "jörg@müller.example"])("%s is an e-mail address", (typed) =>
  expect(isEmail(typed)).toBe(true),
);
test.each(["anna", "anna@berg", "anna@berg..example", "a b@berg.example", "Anna <anna@berg.example>", "a@b@c.example"])(
  "%s is none",
  (typed) => expect(isEmail(typed)).toBe(false),
);

test("a phone number keeps its plus and its leading zero", () => {
  expect(normalisePhone("+47 912 34 567")).toBe("+4791234567");
  expect(normalisePhone("0047 912 34 567")).toBe("+4791234567");
  expect(normalisePhone("(0171) 234-5678")).toBe("01712345678");
});

test.each([
  ["+47 912 34 567", true],
  ["030/123 ext. 4", true],
  ["12", false],
  ["call me", false],
])("%s as a phone number: %s", (typed, good) => expect(isPhone(typed)).toBe(good));

test.each([
  ["berg.example", "https://berg.example"],
  ["http://Berg.Example/a/", "http://berg.example/a"],
  ["berg.example:8080/x#part", "https://berg.example:8080/x"],
])("the link %s is %s", (typed, link) => expect(normaliseLink(typed)).toBe(link));

test.each([
  "javascript:alert(1)",
  "data:text/html,x",
  "mailto:a@b.example",
  "anna",
  "https://user:pass@berg.example",
  "",
])("%s is no link to open", (typed) => expect(normaliseLink(typed)).toBeNull());
