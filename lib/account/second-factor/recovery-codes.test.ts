import { expect, test } from "vitest";
import { newRecoveryCodes, plainCode } from "./recovery-codes";

test("ten codes, each another, that are read without doubt", () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/);
});

test("a code is known however it is typed", () => {
  expect(plainCode(" K3TZ 09xf–wm1d-e7aq ")).toBe("k3tz09xfwm1de7aq");
  expect(plainCode("k3tz-O9xf-wmLd-e7aq")).toBe(plainCode("k3tz-09xf-wm1d-e7aq"));
});
