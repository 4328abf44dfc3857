import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { pageColors } from "./page-colors";

test("what stands around the page has the page’s own colour", () => {
  const { light, dark } = pageColors;
  expect(readFileSync("app/globals.css", "utf8")).toContain(`--color-bg: light-dark(${light}, ${dark})`);
});
