import { expect, test } from "vitest";
import { withNow } from "./schema";

const [sunday, monday] = [
  { day: "2026-11-29", connected: 40, vouched: 12 },
  { day: "2026-11-30", connected: 41, vouched: 12 },
];

test("how it is now is the last point, whether or not the day was recorded before", () => {
  const history = { proven: [], undated: 0 };
  expect(withNow({ ...history, recorded: [sunday] }, monday).recorded).toEqual([sunday, monday]);
  expect(withNow({ ...history, recorded: [sunday, { ...monday, connected: 39 }] }, monday).recorded).toEqual([
    sunday,
    monday,
  ]);
  expect(withNow({ ...history, recorded: [] }, monday).recorded).toEqual([monday]);
});
