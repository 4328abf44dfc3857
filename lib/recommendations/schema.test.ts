import { expect, test } from "vitest";
import { recommendationSearch, updateRecommendation } from "./schema";

const form = { id: "01a20633-b60e-7be7-91e2-f7f866e94888", version: "1", direction: "GIVEN", status: "IDEA" };
const lengthAllowed = (text: string) => updateRecommendation.safeParse({ ...form, text }).success;

test("a text is as long as a reader counts it, and no longer than LinkedIn takes", () => {
  expect(lengthAllowed("é".repeat(3_000))).toBe(true);
  expect(lengthAllowed("é".repeat(3_001))).toBe(false);
  expect(lengthAllowed("👩‍🔧".repeat(3_000))).toBe(true);
  expect(lengthAllowed("👩‍🔧".repeat(3_001))).toBe(false);
});

test("one character of thousands of marks is no way around it", () => {
  expect(lengthAllowed(`a${"\u0301".repeat(20_000)}`)).toBe(false);
});

test("an address that asks to open what is no column opens none", () => {
  expect(recommendationSearch.parse({ open: "IDEA" }).open).toBe("IDEA");
  for (const open of ["ideas", "", ["IDEA", "SENT"], { not: null }]) {
    expect(recommendationSearch.parse({ open })).toEqual({ direction: "GIVEN", isNew: false });
  }
});
