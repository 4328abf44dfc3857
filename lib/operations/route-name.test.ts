import { expect, test } from "vitest";
import { routeNames } from "./route-name";

const name = routeNames([
  "/",
  "/contacts/[id]",
  "/contacts",
  "/contacts/new",
  "/contacts/[id]/strength",
  "/api/calendar/[token]",
  "/api/files/[...path]",
]);

test.each([
  ["/", "/"],
  ["/contacts/", "/contacts"],
  ["/contacts/new", "/contacts/new"],
  ["/contacts/0197-ada", "/contacts/[id]"],
  ["/contacts/0197-ada/strength", "/contacts/[id]/strength"],
  ["/api/files/a/b/c", "/api/files/[...path]"],
  ["/_next/static/chunks/abc.js", "/_next/static"],
  ["/wp-admin/setup.php", "other"],
  ["/contacts/0197/ada/lovelace", "other"],
])("%s is %s", (pathname, route) => expect(name(pathname)).toBe(route));

test("a secret in an address isn't part of its route's name", () => {
  expect(name("/api/calendar/s3cret")).toBe("/api/calendar/[token]");
});
