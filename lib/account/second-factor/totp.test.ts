import { expect, test } from "vitest";
import { invitation, newSecret, stepOf } from "./totp";

// RFC 6238, appendix B: the secret and, shortened to six digits, its codes.
const secret = new Uint8Array(Buffer.from("12345678901234567890"));
const at = (seconds: number) => new Date(seconds * 1_000);

test.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_234_567_890, "005924"],
  [20_000_000_000, "353130"],
])("at second %d the code is %s", (second, code) => {
  expect(stepOf(secret, code, at(second))).toBe(Math.floor(second / 30));
});

test("the code before and the one after are taken, as what they are; those beyond are not", () => {
  expect([-60, -30, 0, 30, 60].map((late) => stepOf(secret, "081804", at(1_111_111_109 + late)))).toEqual([
    null,
    37_037_036,
    37_037_036,
    37_037_036,
    null,
  ]);
});

test("an app is told whose codes these are, by whom, and the secret", () => {
  const { address, typed } = invitation(secret, "ada@example.test");
  const url = new URL(address);
  expect(decodeURIComponent(url.pathname)).toContain("Vouch:ada@example.test");
  expect(url.searchParams.get("secret")).toBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  expect(typed.replaceAll(" ", "")).toBe(url.searchParams.get("secret"));
});

test("every secret is another, of 160 bits", () => {
  expect(newSecret()).toHaveLength(20);
  expect(newSecret()).not.toEqual(newSecret());
});
