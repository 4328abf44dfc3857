import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Asking, findWords, readWords } from "./words";

/** A Tuesday, 10:30 in the zone. */
const tuesday = new Date("2026-11-24T09:30:00Z");
const asking = (prefer: Asking["prefer"], locale = "en-GB", now = tuesday, timeZone = "Europe/Oslo"): Asking => ({
  ...{ locale, timeZone, now, prefer },
});
const read = (text: string, ask: Asking) => {
  const said = readWords(text, ask);
  return said && [said.day, said.time].filter(Boolean).join(" ");
};

describe("what happened, in English", () => {
  test.each([
    ["yesterday 3pm", "2026-11-23 15:00"],
    ["Yesterday at 3", "2026-11-23 15:00"], // nobody meets at three in the night
    ["yesterday at 3:00", "2026-11-23 03:00"],
    ["yesterday", "2026-11-23"],
    ["today", "2026-11-24"],
    ["now", "2026-11-24 10:30"],
    ["noon", "2026-11-23 12:00"], // today's is still to come
    ["9am", "2026-11-24 09:00"],
    ["3pm", "2026-11-23 15:00"],
    ["last tue", "2026-11-17"],
    ["tue", "2026-11-24"],
    ["wed", "2026-11-18"],
    ["on Monday", "2026-11-23"],
    ["last friday at 10", "2026-11-20 10:00"],
    ["3 days ago", "2026-11-21"],
    ["a week ago", "2026-11-17"],
    ["last week", "2026-11-17"],
    ["2 hours ago", "2026-11-24 08:30"],
    ["the day before yesterday", "2026-11-22"],
    ["24 Dec", "2025-12-24"],
    ["Nov 3", "2026-11-03"],
    ["03/04", "2026-04-03"],
    ["3/4/2025", "2025-04-03"],
    ["2026-11-22", "2026-11-22"],
    ["2026-11-22 15:00", "2026-11-22 15:00"],
    ["22 November 2026", "2026-11-22"],
    ["Sunday 22 November 2026, 15:00", "2026-11-22 15:00"],
    ["tomorrow", "2026-11-25"], // read; that it is still to come, the server says
  ])("%s", (text, expected) => expect(read(text, asking("past"))).toBe(expected));
});

describe("what is to come, in English", () => {
  test.each([
    ["in 2 weeks", "2026-12-08"],
    ["tomorrow at 14", "2026-11-25 14:00"],
    ["the day after tomorrow", "2026-11-26"],
    ["tuesday", "2026-12-01"],
    ["next tuesday", "2026-12-01"],
    ["fri", "2026-11-27"],
    ["this friday", "2026-11-27"],
    ["by Friday", "2026-11-27"],
    ["next week", "2026-12-01"],
    ["in a month", "2026-12-24"],
    ["end of month", "2026-11-30"],
    ["24 Dec", "2026-12-24"],
    ["3 Nov", "2027-11-03"],
    ["03/04", "2027-04-03"],
    ["29 Feb 2028", "2028-02-29"],
    ["8am", "2026-11-25 08:00"],
    ["yesterday", "2026-11-23"], // said is said
  ])("%s", (text, expected) => expect(read(text, asking("future"))).toBe(expected));
});

describe("in German", () => {
  test.each<[string, Asking["prefer"], string]>([
    ["gestern um 15 Uhr", "past", "2026-11-23 15:00"],
    ["gestern 15:00", "past", "2026-11-23 15:00"],
    ["vorgestern", "past", "2026-11-22"],
    ["letzten Dienstag", "past", "2026-11-17"],
    ["letzter Di", "past", "2026-11-17"],
    ["vorigen Freitag", "past", "2026-11-20"],
    ["Dienstag", "past", "2026-11-24"],
    ["am Mittwoch", "past", "2026-11-18"],
    ["vor 3 Tagen", "past", "2026-11-21"],
    ["vor einer Woche", "past", "2026-11-17"],
    ["03.04.", "past", "2026-04-03"],
    ["3.4.2025", "past", "2025-04-03"],
    ["3. März 2026", "past", "2026-03-03"],
    ["22. November 2026", "past", "2026-11-22"],
    ["yesterday 3pm", "past", "2026-11-23 15:00"], // the other language is read too
    ["in 2 Wochen", "future", "2026-12-08"],
    ["übermorgen", "future", "2026-11-26"],
    ["morgen um 9", "future", "2026-11-25 09:00"],
    ["nächsten Dienstag", "future", "2026-12-01"],
    ["kommenden Freitag", "future", "2026-11-27"],
    ["Dienstag", "future", "2026-12-01"],
    ["in einem Monat", "future", "2026-12-24"],
    ["24. Dezember", "future", "2026-12-24"],
  ])("%s", (text, prefer, expected) => expect(read(text, asking(prefer, "de-DE"))).toBe(expected));
});

test("an American's months come first, and a German's owner may still write English", () => {
  expect(read("03/04", asking("past", "en-US"))).toBe("2026-03-04");
  expect(read("gestern", asking("past", "en-GB"))).toBe("2026-11-23");
});

test.each(["", "   ", "soon", "yest", "31/02/2026", "2026-02-31", "2026-13-01", "3pm EST", "3pm UTC", "may", "1"])(
  "“%s” is no date",
  (text) => expect(readWords(text, asking("past"))).toBeNull(),
);

test.each(["friday, in two weeks", "met her yesterday", "x".repeat(201), "in 99999999 years", "1 May 1822"])(
  "“%s” is not one that is meant",
  (text) => expect(readWords(text, asking("past"))).toBeNull(),
);

test("“today” is the owner's, not the server's, on both sides of the date line", () => {
  const now = new Date("2026-11-24T10:30:00Z");
  expect(read("today", asking("past", "en", now, "Pacific/Kiritimati"))).toBe("2026-11-25");
  expect(read("yesterday 3pm", asking("past", "en", now, "Pacific/Kiritimati"))).toBe("2026-11-24 15:00");
  expect(read("now", asking("past", "en", now, "Pacific/Pago_Pago"))).toBe("2026-11-23 23:30");
});

test("across a change of the clocks a day is a day and a time the one on the wall", () => {
  const after = new Date("2026-03-29T10:00:00Z"); // the clocks went forward in Oslo that night
  expect(read("yesterday 3pm", asking("past", "en", after))).toBe("2026-03-28 15:00");
  expect(read("2:30 am", asking("past", "en", after))).toBe("2026-03-29 02:30"); // which wasn't: dates/moment says so
  expect(read("in 2 weeks", asking("future", "en", new Date("2026-10-20T22:30:00Z")))).toBe("2026-11-04");
  expect(read("3 days ago", asking("past", "en", new Date("2026-10-25T23:30:00Z")))).toBe("2026-10-23");
});

describe("a next action", () => {
  test.each([
    ["call next Tuesday at 2pm", "call", "2026-12-01", "14:00"],
    ["call Thursday at 2", "call", "2026-11-26", "14:00"],
    ["send the paper by Friday", "send the paper", "2026-11-27", null],
    ["in 2 weeks: ask about Berlin", "ask about Berlin", "2026-12-08", null],
    ["tomorrow", "", "2026-11-25", null],
  ])("%s", (text, rest, day, time) => expect(findWords(text, asking("future"))).toEqual({ rest, day, time }));

  test.each([
    ["Paper schicken bis Freitag", "Paper schicken", "2026-11-27", null],
    ["anrufen nächsten Dienstag um 14 Uhr", "anrufen", "2026-12-01", "14:00"],
    ["so machen wir das", null, null, null],
  ])("%s", (text, rest, day, time) =>
    expect(findWords(text, asking("future", "de-DE"))).toEqual(rest === null ? null : { rest, day, time }),
  );

  test("without a day there is none", () => {
    expect(findWords("send the paper", asking("future"))).toBeNull();
    expect(findWords("it may help", asking("future"))).toBeNull();
  });
});

test("whatever is typed is a real day between 1900 and 2200, or nothing, soon", () => {
  const words = fc.constantFrom(
    ...["last", "next", "in", "ago", "tue", "friday", "at", "pm", "3", "99", "2026", "31", "/", ".", "-", ":", "month"],
    ...["letzten", "vor", "Wochen", "gestern", "um", "Uhr", "Dez", "Feb", "year", "now", "end of", "T", "+", "00:00"],
  );
  const typed = fc.oneof(
    fc.array(words, { maxLength: 9 }).map((all) => all.join(" ")),
    fc.string({ maxLength: 80 }),
  );
  const zone = fc.constantFrom("Europe/Oslo", "America/New_York", "Pacific/Kiritimati", "Asia/Kathmandu");
  const now = fc.date({ min: new Date("1990-01-01"), max: new Date("2060-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(typed, zone, now, fc.constantFrom("past", "future"), fc.constantFrom("en-GB", "de-DE"), (...given) => {
      const [text, timeZone, at, prefer, locale] = given;
      for (const said of [readWords, findWords].map((reader) => reader(text, { locale, timeZone, now: at, prefer }))) {
        if (!said) continue;
        expect(new Date(`${said.day}T${said.time ?? "12:00"}Z`).toISOString().slice(0, 10)).toBe(said.day);
        expect(said.day >= "1900-01-01" && said.day <= "2200-12-31").toBe(true);
      }
    }),
    { numRuns: 400 },
  );
});
