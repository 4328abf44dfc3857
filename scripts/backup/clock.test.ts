import { expect, test } from "vitest";
import { isDue } from "./clock";

const at = (text: string) => new Date(`2026-11-${text}`); // on this machine's clock, as the hour is
const never = { inUseSince: undefined, lastStartedAt: undefined, failedAt: undefined };
const used = { ...never, inUseSince: at("20T10:00") };
const backedUp = { ...used, lastStartedAt: at("28T03:00:20") };

test.each([
  ["while nobody has an account there is nothing to lose", never, at("29T09:00"), false],
  ["the first is made in the first night", { ...never, inUseSince: at("29T10:00") }, at("30T02:59"), false],
  ["the first is made in the first night", { ...never, inUseSince: at("29T10:00") }, at("30T03:00"), true],
  ["one a night", backedUp, at("28T23:00"), false],
  ["one a night", backedUp, at("29T02:59"), false],
  ["one a night", backedUp, at("29T03:00"), true],
  ["a machine that slept at night makes it in the morning", backedUp, at("29T09:12"), true],
  ["however long it slept", backedUp, at("30T23:12"), true],
  ["after a failure it waits an hour", { ...backedUp, failedAt: at("29T03:01") }, at("29T03:50"), false],
  ["and tries again", { ...backedUp, failedAt: at("29T03:01") }, at("29T04:01"), true],
  [
    "what a clock that was ahead noted as failed keeps none from being made",
    { ...backedUp, failedAt: at("30T03:01") },
    at("29T03:50"),
    true,
  ],
  ["nor does an account that it made", { ...never, inUseSince: at("30T10:00") }, at("29T10:00"), true],
])("%s", (_, history, now, due) => {
  expect(isDue(history, 3, now)).toBe(due);
});
