import { expect, test } from "vitest";
import { withTime } from "./with-time";

const now = new Date("2026-11-29T23:30:00Z"); // half past midnight in Oslo, on the 30th

test("today without a time is the moment it was typed, however late it is sent", () => {
  expect(withTime({ day: "2026-11-30", time: "" }, now, "Europe/Oslo")).toEqual({ day: "2026-11-30", time: "00:30" });
  expect(withTime({ day: "2026-11-29", time: "" }, now, "UTC").time).toBe("23:30");
});

test("any other day, and a time that was typed, stay as they are", () => {
  const yesterday = { day: "2026-11-29", time: "" };
  expect(withTime(yesterday, now, "Europe/Oslo")).toEqual(yesterday);
  const typed = { day: "2026-11-30", time: "00:10" };
  expect(withTime(typed, now, "Europe/Oslo")).toEqual(typed);
});
