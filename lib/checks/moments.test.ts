import { expect, test } from "vitest";
import { moments } from "./moments";

const owner = { locale: "en", timeZone: "Europe/Oslo" };

test("the days of a check, in words: made on one, counting to the end of another", () => {
  expect(moments({ checkedOn: "3 March 2025", expiresOn: "2025-03-10", claim: "x" }, owner)).toEqual({
    claim: "x",
    checkedAt: "2025-03-03T11:00:00.000Z",
    expiresAt: "2025-03-10T22:59:59.999Z",
  });
  expect(moments({ checkedOn: "2025-03-03", expiresOn: null }, owner).expiresAt).toBeNull();
});

test("over before it was made, or in words nobody understands: each at its own field", () => {
  const refused = (checkedOn: string, expiresOn: string | null) => () => moments({ checkedOn, expiresOn }, owner);
  expect(refused("2026-11-20", "2026-11-19")).toThrow(expect.objectContaining({ code: "expiry", field: "expiresOn" }));
  expect(refused("soon", null)).toThrow(expect.objectContaining({ code: "dateWords", field: "checkedOn" }));
  expect(refused("2026-11-20", "later")).toThrow(expect.objectContaining({ code: "dateWords", field: "expiresOn" }));
  expect(refused("2199-01-01", null)).toThrow(expect.objectContaining({ code: "future", field: "checkedOn" }));
});
