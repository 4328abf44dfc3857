import { expect, test } from "vitest";
import { nextAction } from "./next-action";

const tuesday = { timeZone: "Europe/Oslo", now: new Date("2026-11-24T09:30:00Z") };

test.each([
  ["call next Tuesday at 2pm", "Call, 14:00", "2026-12-01"],
  ["send the paper by Friday", "Send the paper", "2026-11-27"],
  ["send the paper", "Send the paper", "2026-12-01"], // in a week
  ["tomorrow", "Tomorrow", "2026-11-25"],
])("%s", (words, followUpTitle, followUpDue) => {
  expect(nextAction(words, { locale: "en", ...tuesday })).toEqual({ followUpTitle, followUpDue });
});

test("in German", () => {
  expect(nextAction("anrufen in 2 Wochen um 14 Uhr", { locale: "de-DE", ...tuesday })).toEqual({
    followUpTitle: "Anrufen, 14:00",
    followUpDue: "2026-12-08",
  });
});
