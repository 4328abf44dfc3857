import { describe, expect, test } from "vitest";
import {
  dayOf,
  daysAfter,
  daysBetween,
  formatDay,
  formatLongDay,
  formatMoment,
  formatNearDay,
  type Reader,
  timeOf,
} from "./format";

const reader: Reader = { locale: "en-GB", timeZone: "Europe/Berlin", now: new Date("2026-11-22T10:00:00Z") };

test("a day of this year needs no year, any other does", () => {
  expect(formatDay("2026-11-09", reader)).toBe("9 Nov");
  expect(formatDay("2027-03-03", reader)).toBe("3 Mar 2027");
  expect(formatDay("2025-12-31", reader)).toBe("31 Dec 2025");
});

test("this year is the reader's year, not the server's", () => {
  const newYear = { ...reader, timeZone: "Pacific/Auckland", now: new Date("2026-12-31T12:00:00Z") };
  expect(formatDay("2027-01-05", newYear)).toBe("5 Jan");
  expect(formatDay("2027-01-05", { ...newYear, timeZone: "America/New_York" })).toBe("5 Jan 2027");
});

test("a heading names the weekday", () => {
  expect(formatLongDay("2026-11-22", reader)).toBe("Sunday 22 November");
});

describe("days nearby are told from today", () => {
  test.each([
    ["2026-11-22", "today"],
    ["2026-11-21", "yesterday"],
    ["2026-11-23", "tomorrow"],
    ["2026-11-27", "in 5 days"],
    ["2026-11-16", "6 days ago"],
    ["2026-11-29", "29 Nov"],
    ["2026-11-15", "15 Nov"],
  ])("%s is %s", (day, words) => expect(formatNearDay(day, reader)).toBe(words));
});

test("a moment is told on the reader's clock", () => {
  expect(formatMoment("2026-11-09T23:30:00Z", reader)).toBe("10 Nov, 00:30");
  expect(formatMoment("2026-11-09T23:30:00Z", { ...reader, timeZone: "America/New_York" })).toBe("9 Nov, 18:30");
});

test("the day of a moment depends on where one is", () => {
  expect(dayOf("2026-11-09T23:30:00Z", "Europe/Berlin")).toBe("2026-11-10");
  expect(dayOf("2026-11-09T23:30:00Z", "UTC")).toBe("2026-11-09");
});

test("days are counted by the calendar, whatever the clocks do", () => {
  expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
  expect(daysBetween("2026-11-22", "2026-11-01")).toBe(-21);
  expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
});

test("the time of a moment is the zone's, and midnight is 00:00 of the day that begins", () => {
  expect(timeOf("2026-11-09T23:30:00Z", "Europe/Berlin")).toBe("00:30");
  expect(timeOf("2026-11-09T00:00:00Z", "UTC")).toBe("00:00");
});

describe("in German", () => {
  const german: Reader = { ...reader, locale: "de-DE" };

  test("a month is cut short without a dot, so that a sentence may end with the day", () => {
    expect(formatDay("2026-11-09", german)).toBe("9. Nov");
    expect(formatDay("2027-05-03", german)).toBe("3. Mai 2027");
    expect(formatLongDay("2026-11-22", german)).toBe("Sonntag, 22. November");
    expect(formatMoment("2026-11-09T13:30:00Z", german)).toBe("9. Nov, 14:30");
  });

  test.each([
    ["2026-11-20", "vorgestern"],
    ["2026-11-22", "heute"],
    ["2026-11-24", "übermorgen"],
    ["2026-11-27", "in 5 Tagen"],
    ["2026-11-16", "vor 6 Tagen"],
  ])("%s is %s", (day, words) => expect(formatNearDay(day, german)).toBe(words));
});

test("days are counted on over months, leap days and clock changes, and back", () => {
  expect(daysAfter("2027-02-20", 14)).toBe("2027-03-06");
  expect(daysAfter("2028-02-28", 1)).toBe("2028-02-29");
  expect(daysAfter("2026-10-24", 2)).toBe("2026-10-26");
  expect(daysAfter("2027-01-01", -1)).toBe("2026-12-31");
});
