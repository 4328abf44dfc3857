import { expect, test } from "vitest";
import { sharedPerson } from "./shared";

test("the address is found wherever the sharing app put it, and the name in its words or in the address", () => {
  const ada = { name: "Ada Byron", slug: "ada-byron-1a2b3c" };
  expect(sharedPerson({ url: "https://www.linkedin.com/in/ada-byron-1a2b3c?trk=share" })).toEqual(ada);
  expect(sharedPerson({ text: "See this profile: https://de.linkedin.com/in/ada-byron-1a2b3c." })).toEqual(ada);
  expect(
    sharedPerson({ title: "Ada King - Engines | LinkedIn", text: "https://www.linkedin.com/in/ada-byron-1a2b3c" }),
  ).toEqual({ ...ada, name: "Ada King" });
});

test("what holds no profile fills nothing", () => {
  expect(sharedPerson({})).toEqual({ name: "", slug: null });
  expect(sharedPerson({ url: "https://example.com/in/ada", text: "hello ".repeat(50_000) })).toEqual({
    name: "",
    slug: null,
  });
});
