import fc from "fast-check";
import { expect, test } from "vitest";
import { linkedInDate } from "./linkedin-dates";

test.each([
  ["12/22/16, 9:55 AM", "2016-12-22T09:55:00.000Z"],
  ["1/5/23, 12:05 AM", "2023-01-05T00:05:00.000Z"],
  ["1/5/23, 12:05 PM", "2023-01-05T12:05:00.000Z"],
  ["1/5/23, 1:05\u202fPM", "2023-01-05T13:05:00.000Z"],
  ["07/21/09, 12:11 PM", "2009-07-21T12:11:00.000Z"],
  ["15 Jan 2024", "2024-01-15T00:00:00.000Z"],
  ["  15 jan 2024 ", "2024-01-15T00:00:00.000Z"],
  ["7-Feb-22", "2022-02-07T00:00:00.000Z"],
  ["2023-12-01 10:11:12 UTC", "2023-12-01T10:11:12.000Z"],
  ["2024/02/01 15:02:55 UTC", "2024-02-01T15:02:55.000Z"],
  ["2024-02-29", "2024-02-29T00:00:00.000Z"],
  ["2024-02-01T15:02:55.123Z", "2024-02-01T15:02:55.000Z"],
  ["15.01.2024", "2024-01-15T00:00:00.000Z"],
  ["22. Dez. 2016", "2016-12-22T00:00:00.000Z"],
  ["3. März 2021", "2021-03-03T00:00:00.000Z"],
  ["22 déc. 2016", "2016-12-22T00:00:00.000Z"],
  ["1er août 2019", "2019-08-01T00:00:00.000Z"],
  ["9 févr. 2019", "2019-02-09T00:00:00.000Z"],
  ["15 de ene. de 2024", "2024-01-15T00:00:00.000Z"],
  ["15 sept 2024", "2024-09-15T00:00:00.000Z"],
  ["22 de dez. de 2016", "2016-12-22T00:00:00.000Z"],
  ["5 de março de 2020", "2020-03-05T00:00:00.000Z"],
  ["Jan 15, 2024", "2024-01-15T00:00:00.000Z"],
  ["15 de jan. de 2024, 13:05", "2024-01-15T13:05:00.000Z"],
  ["15 janv. 2024 à 13:05", "2024-01-15T13:05:00.000Z"],
  ["15 juill. 2024, 13 h 05", "2024-07-15T13:05:00.000Z"],
  ["15. Januar 2024 um 13:05 Uhr", "2024-01-15T13:05:00.000Z"],
  ["15 ene 2024, 1:05\u00a0p.\u00a0m.", "2024-01-15T13:05:00.000Z"],
  ["7-févr.-22", "2022-02-07T00:00:00.000Z"],
  ["7/fev/22", "2022-02-07T00:00:00.000Z"],
  ["15. Jänner 2024", "2024-01-15T00:00:00.000Z"],
])("%s", (text, iso) => {
  expect(linkedInDate(text, "month")).toEqual({ at: new Date(iso), day: iso.slice(0, 10) });
});

test("every month of every language, as its programs write it", () => {
  for (const language of [
    "en-US",
    "en-GB",
    "de-DE",
    "de-AT",
    "fr-FR",
    "fr-CA",
    "es-ES",
    "es-MX",
    "pt-BR",
    "pt-PT",
    "it",
    "nl",
    "pl",
    "sv",
    "da",
    "nb",
  ]) {
    for (let month = 0; month < 12; month++) {
      const at = new Date(Date.UTC(2024, month, 15));
      for (const dateStyle of ["medium", "long"] as const) {
        const text = new Intl.DateTimeFormat(language, { dateStyle, timeZone: "UTC" }).format(at);
        expect(linkedInDate(text, "day"), text).toMatchObject({ at });
      }
    }
  }
});

test("the clock of every language, as its programs write it", () => {
  const at = new Date("2024-03-15T13:05:00Z");
  for (const language of ["en-GB", "de-DE", "fr-FR", "es-ES", "es-MX", "pt-BR", "pt-PT"]) {
    for (const dateStyle of ["short", "medium", "long"] as const) {
      const text = new Intl.DateTimeFormat(language, { dateStyle, timeStyle: "short", timeZone: "UTC" }).format(at);
      expect(linkedInDate(text, "day"), text).toMatchObject({ at });
    }
  }
});

test("day and month are told apart by the order of the file, and never guessed", () => {
  expect(linkedInDate("05/01/2024", "day")).toMatchObject({ day: "2024-01-05" });
  expect(linkedInDate("05/01/2024", "month")).toMatchObject({ day: "2024-05-01" });
  expect(linkedInDate("05-01-24 10:11", null)).toBe("dayOrMonth");
  expect(linkedInDate("15/01/2024", null)).toMatchObject({ day: "2024-01-15" });
  expect(linkedInDate("01/15/2024", null)).toMatchObject({ day: "2024-01-15" });
  expect(linkedInDate("05/05/2024", null)).toMatchObject({ day: "2024-05-05" });
  expect(linkedInDate("15/15/2024", null)).toBe("date");
});

test.each([
  ...["", "soon", "31 Feb 2020", "2023-02-29", "13/22/16, 9:55 AM", "12/22/16, 13:55 PM", "12/22/16, 0:55 AM"],
  ...["2023-12-01 25:00:00 UTC", "15 Foo 2024", "15 Jan 20245", "0/0/00", "15 Jan", "2023-12-01 10:11:12 CET"],
])("no date: %s", (text) => expect(linkedInDate(text, "month")).toBe("date"));

test("every day reads the same in every form", () => {
  const day = fc.date({ min: new Date("2003-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(day, (date) => {
      const iso = date.toISOString().slice(0, 10);
      const [year, month, number] = iso.split("-").map(Number);
      const name = new Intl.DateTimeFormat("en", { month: "short", timeZone: "UTC" }).format(date);
      for (const text of [
        iso,
        `${month}/${number}/${year}`,
        `${number} ${name} ${year}`,
        `${number}.${month}.${year}`,
      ]) {
        expect(linkedInDate(text, "month")).toMatchObject({ day: iso });
      }
    }),
  );
});

test("any text is a date or none, at once", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void linkedInDate(text, null)));
  expect(linkedInDate("1 ".repeat(50_000), null)).toBe("date");
});

test("the short way for what messages.csv writes tells what the long one tells", () => {
  const two = (most: number) => fc.nat({ max: most }).map((number) => String(number).padStart(2, "0"));
  const moment = fc.tuple(fc.integer({ min: 1800, max: 2100 }), two(13), two(32), two(25), two(61), two(61));
  fc.assert(
    fc.property(moment, ([year, month, day, hours, minutes, seconds]) => {
      const text = `${year}-${month}-${day} ${hours}:${minutes}:${seconds}`;
      expect(linkedInDate(`${text} UTC`, "month")).toEqual(linkedInDate(`${text} GMT`, "month"));
    }),
    { numRuns: 2_000 },
  );
});
