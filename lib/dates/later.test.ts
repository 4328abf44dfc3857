import { expect, test } from "vitest";
import { Refusal } from "@/lib/refusal";
import { laterDay } from "./later";

test("later counts from today, and a month later keeps the day where the month has it", () => {
  expect(laterDay("2026-11-22", "ONE_WEEK", "")).toBe("2026-11-29");
  expect(laterDay("2026-11-22", "TWO_WEEKS", "")).toBe("2026-12-06");
  expect(laterDay("2026-11-22", "ONE_MONTH", "")).toBe("2026-12-22");
  expect(laterDay("2026-11-30", "THREE_MONTHS", "")).toBe("2027-02-28");
  expect(laterDay("2026-11-22", "DATE", "2026-11-23")).toBe("2026-11-23");
});

test("until today or before is refused", () => {
  expect(() => laterDay("2026-11-22", "DATE", "2026-11-22")).toThrow(Refusal);
});
