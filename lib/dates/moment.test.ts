import { expect, test } from "vitest";
import { Refusal } from "@/lib/refusal";
import { dayOf } from "./format";
import { dayAndTimeOf, endOfDay, momentOf, monthsAfter } from "./moment";

const now = new Date("2026-11-22T12:00:30Z");
const refusal = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, field: error.field, params: error.params };
    throw error;
  }
  return null;
};

test("a time is the owner's, wherever the server stands", () => {
  expect(momentOf({ day: "2026-11-20", time: "09:30" }, "Europe/Oslo", now)).toBe("2026-11-20T08:30:00.000Z");
  expect(momentOf({ day: "2026-07-20", time: "09:30" }, "Europe/Oslo", now)).toBe("2026-07-20T07:30:00.000Z");
  expect(momentOf({ day: "2026-11-20", time: "09:30" }, "Asia/Kathmandu", now)).toBe("2026-11-20T03:45:00.000Z");
});

test("the current minute is not the future, and nothing lies after now", () => {
  expect(momentOf({ day: "2026-11-22", time: "12:00" }, "UTC", now)).toBe("2026-11-22T12:00:00.000Z");
  expect(momentOf({ day: "2026-11-22", time: "12:03" }, "UTC", now)).toBe(now.toISOString());
  expect(refusal(() => momentOf({ day: "2026-11-22", time: "12:06" }, "UTC", now))).toMatchObject({
    code: "future",
    field: "time",
  });
  expect(refusal(() => momentOf({ day: "2026-11-23", time: "00:00" }, "UTC", now))).toMatchObject({
    code: "future",
    field: "day",
  });
});

test("tomorrow on the server may be today for the owner", () => {
  const evening = new Date("2026-11-22T23:30:00Z");
  expect(momentOf({ day: "2026-11-23", time: "12:00" }, "Asia/Tokyo", new Date("2026-11-23T04:00:00Z"))).toBe(
    "2026-11-23T03:00:00.000Z",
  );
  expect(momentOf({ day: "2026-11-23", time: "08:30" }, "Asia/Tokyo", evening)).toBe("2026-11-22T23:30:00.000Z");
  expect(refusal(() => momentOf({ day: "2026-11-23", time: null }, "UTC", evening))?.code).toBe("future");
});

test("without a time, today means now and another day its noon", () => {
  expect(momentOf({ day: "2026-11-22", time: null }, "UTC", now)).toBe(now.toISOString());
  expect(momentOf({ day: "2026-11-01", time: null }, "America/New_York", now)).toBe("2026-11-01T17:00:00.000Z");
});

test("a time the clocks jumped over is refused, with the time it became", () => {
  expect(refusal(() => momentOf({ day: "2026-03-29", time: "02:30" }, "Europe/Oslo", now))).toEqual({
    code: "skipped",
    field: "time",
    params: { time: "02:30", instead: "03:30" },
  });
  expect(momentOf({ day: "2026-03-29", time: "03:00" }, "Europe/Oslo", now)).toBe("2026-03-29T01:00:00.000Z");
});

test("a zone that skips a whole day has no such day", () => {
  // Samoa crossed the date line: there was no 30 December 2011.
  expect(refusal(() => momentOf({ day: "2011-12-30", time: "12:00" }, "Pacific/Apia", now))?.code).toBe("skipped");
});

test("of an hour that came twice the first is meant, unless the stored moment was in the second", () => {
  const typed = { day: "2026-10-25", time: "02:30" };
  expect(momentOf(typed, "Europe/Oslo", now)).toBe("2026-10-25T00:30:00.000Z");
  expect(momentOf(typed, "Europe/Oslo", now, { kept: "2026-10-25T01:30:12.000Z" })).toBe("2026-10-25T01:30:12.000Z");
  expect(momentOf({ ...typed, time: "02:31" }, "Europe/Oslo", now, { kept: "2026-10-25T01:30:12.000Z" })).toBe(
    "2026-10-25T00:31:00.000Z",
  );
});

test("the year 26 is a slip of the keys", () => {
  expect(refusal(() => momentOf({ day: "0026-11-20", time: "09:30" }, "UTC", now))?.code).toBe("year");
});

test("a day ends just before the next begins, also when it has 23 or 25 hours", () => {
  expect(endOfDay("2026-11-20", "Europe/Oslo")).toBe("2026-11-20T22:59:59.999Z");
  expect(endOfDay("2026-10-25", "Europe/Oslo")).toBe("2026-10-25T22:59:59.999Z");
  expect(endOfDay("2026-03-29", "Europe/Oslo")).toBe("2026-03-29T21:59:59.999Z");
  expect(dayOf(endOfDay("2026-03-29", "Europe/Oslo"), "Europe/Oslo")).toBe("2026-03-29");
});

test("a moment shows as the owner's day and time", () => {
  expect(dayAndTimeOf("2026-11-20T23:30:00Z", "Europe/Oslo")).toEqual({ day: "2026-11-21", time: "00:30" });
});

test("a month after the last of January is the last of February", () => {
  expect(monthsAfter("2027-01-31", 1)).toBe("2027-02-28");
});
