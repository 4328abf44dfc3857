import { expect, test } from "vitest";
import { typedSlug } from "./typed-slug";

test.each([
  ["https://www.linkedin.com/in/Anna-Berg/?trk=x", "anna-berg"],
  ["linkedin.com/in/anna-berg/en", "anna-berg"],
  ["in/anna-berg", "anna-berg"],
  ["/in/anna-berg/", "anna-berg"],
  ["anna-berg", "anna-berg"],
  ["j%C3%B6rg-m", "jörg-m"],
])("%s is read as %s", (typed, slug) => expect(typedSlug(typed)).toBe(slug));

test.each(["", "anna berg", "anna@berg.example", "https://example.com/in/anna", "berg.example", "in/a/b"])(
  "%j is no profile",
  (typed) => expect(typedSlug(typed)).toBeNull(),
);
