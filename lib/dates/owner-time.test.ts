import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, todayIn, toInstant, toLocalTime } from "./owner-time";

test("a local time is an instant, summer and winter", () => {
  expect(toInstant({ date: "2026-11-14", time: "15:00" }, "Europe/Berlin")).toBe("2026-11-14T14:00:00Z");
  expect(toInstant({ date: "2026-07-14", time: "15:00" }, "Europe/Berlin")).toBe("2026-07-14T13:00:00Z");
  expect(toInstant({ date: "2026-11-14", time: "15:00" }, "Asia/Kathmandu")).toBe("2026-11-14T09:15:00Z");
});

test("an hour skipped in spring moves on by that hour", () => {
  const instant = toInstant({ date: "2026-03-29", time: "02:30" }, "Europe/Berlin");
  expect(instant).toBe("2026-03-29T01:30:00Z");
  expect(toLocalTime(instant, "Europe/Berlin").time).toBe("03:30");
});

test("an hour that comes twice in autumn is the first one", () => {
  expect(toInstant({ date: "2026-10-25", time: "02:30" }, "Europe/Berlin")).toBe("2026-10-25T00:30:00Z");
});

test("a zone that skips a whole day still has an instant for it", () => {
  // Samoa crossed the date line: there was no 30 December 2011.
  expect(toInstant({ date: "2011-12-30", time: "12:00" }, "Pacific/Apia")).toBe("2011-12-30T22:00:00Z");
});

test("a day, a time or a zone that doesn't exist is refused", () => {
  expect(() => toInstant({ date: "2026-02-30", time: "10:00" }, "UTC")).toThrow(RangeError);
  expect(() => toInstant({ date: "2026-02-20", time: "25:00" }, "UTC")).toThrow(RangeError);
  expect(() => toInstant({ date: "2026-02-20", time: "10:00" }, "Mars/Olympus")).toThrow(RangeError);
});

test("any instant, to the minute, survives the way to the form and back, but for the hour that comes twice", () => {
  const zones = ["UTC", "Asia/Kolkata", "Asia/Tokyo", "America/Phoenix", "Pacific/Kiritimati"]; // none changes its clocks
  fc.assert(
    fc.property(fc.integer({ min: 26_000_000, max: 33_000_000 }), fc.constantFrom(...zones), (minute, zone) => {
      const instant = new Date(minute * 60_000).toISOString();
      expect(new Date(toInstant(toLocalTime(instant, zone), zone)).toISOString()).toBe(instant);
    }),
  );
});

test("today is the owner's today", () => {
  expect(todayIn("Pacific/Auckland", "2026-11-22T12:00:00Z")).toBe("2026-11-23");
  expect(todayIn("America/Los_Angeles", "2026-11-22T05:00:00Z")).toBe("2026-11-21");
});

test("days are added by the calendar", () => {
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
});
