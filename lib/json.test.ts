import { expect, test } from "vitest";
import { bodyOf, parseJson } from "./json";
import { searchQuery } from "./search/schema";

const asked = (body: string) => bodyOf(new Request("http://127.0.0.1/", { method: "POST", body }));

test("a body is read, and what is no JSON is null", async () => {
  expect(await asked('{"q":"lena"}')).toEqual({ q: "lena" });
  expect(await asked("{")).toBeNull();
  expect(await asked("")).toBeNull();
});

test("an object that would answer for itself is refused before a schema asks it for its length", async () => {
  const hostile = '{"q":{"length":{"toString":1,"valueOf":1}}}';
  expect(() => searchQuery.safeParse(JSON.parse(hostile))).toThrow(TypeError); // once zod doesn't, parseJson can go
  expect(await asked(hostile)).toBeNull();
  expect(() => parseJson(hostile)).toThrow(SyntaxError);
});
