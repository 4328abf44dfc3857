import { expect, test } from "vitest";
import { returnAddress, signInAddress } from "./return-address";

test("a page of Vouch is returned to with all it was asked with", () => {
  expect(returnAddress("/contacts/new?url=https%3A%2F%2Fwww.linkedin.com%2Fin%2Fada")).toBe(
    "/contacts/new?url=https%3A%2F%2Fwww.linkedin.com%2Fin%2Fada",
  );
  expect(returnAddress("/contacts?q=ada+byron&_rsc=1a2b")).toBe("/contacts?q=ada+byron");
  expect(signInAddress("/log?contact=1")).toBe("/login?next=%2Flog%3Fcontact%3D1");
  expect(signInAddress("/")).toBe("/login");
  expect(signInAddress(null)).toBe("/login");
});

test.each([
  "https://evil.example/",
  "//evil.example/",
  "/\\evil.example/",
  "/\t/evil.example/",
  "\\\\evil.example",
  "javascript:alert(1)",
  "/.//evil.example",
  "/x/..//evil.example",
  "evil",
  "/login",
  "/login?next=/login",
  "/reset?token=x",
  "/login/code",
  "/join?token=abc",
  "/api/exports/everything",
  `/${"a".repeat(5_000)}`,
])("%s leads to Today", (asked) => {
  expect(returnAddress(asked)).toBe("/");
});
