import { expect, test } from "vitest";
import { momentOfDay, readStrengthQuery } from "./schema";

const today = "2026-11-22";
const read = (params: Parameters<typeof readStrengthQuery>[0]) => readStrengthQuery(params, today);

test("nothing asked, or fields left blank, is now and nothing supposed", () => {
  const nothing = { query: { at: null, meet: null, how: null, check: null, years: null }, errors: {} };
  expect(read({})).toEqual(nothing);
  expect(read({ at: "", meet: "", how: "", check: "", years: "" })).toEqual(nothing);
});

test("a day, a meeting and a check are taken as they are", () => {
  expect(read({ at: "2027-03-01", meet: today, how: "VIDEO", check: "BACKGROUND", years: "10" })).toEqual({
    query: { at: "2027-03-01", meet: today, how: "VIDEO", check: "BACKGROUND", years: "10" },
    errors: {},
  });
});

test("what can't be meant is told for each part, and the rest still counts", () => {
  expect(read({ at: "2027-02-30", meet: "2026-11-21", check: "EXPERTISE" })).toMatchObject({
    query: { at: null, meet: null, check: "EXPERTISE" },
    errors: { at: "day", meet: "past" },
  });
  expect(read({ at: "1899-12-31" }).errors).toEqual({ at: "year" });
  expect(read({ at: "2036-11-23", meet: "2036-11-23" }).errors).toEqual({ at: "tooFar", meet: "tooFar" });
  expect(read({ at: "2036-11-22" }).errors).toEqual({});
  expect(read({ at: ["2027-01-01", "2027-01-02"], how: "MESSAGE", check: "RUMOUR" }).errors).toEqual({
    at: "day",
    how: "choose",
    check: "choose",
  });
});

test("today is now, any other day its end where the owner lives", () => {
  expect(momentOfDay(null, today, "Europe/Oslo")).toBeUndefined();
  expect(momentOfDay(today, today, "Europe/Oslo")).toBeUndefined();
  expect(momentOfDay("2027-03-01", today, "Europe/Oslo")).toBe("2027-03-01T22:59:59.999Z");
  expect(momentOfDay("2026-03-01", today, "America/New_York")).toBe("2026-03-02T04:59:59.999Z");
});
