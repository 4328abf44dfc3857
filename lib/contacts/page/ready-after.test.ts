import { expect, test } from "vitest";
import type { Standing } from "@/lib/strength/schema";
import { readyAfter } from "./ready-after";

const met = (until: string) => ({ met: true, until });
const standing = {
  verdict: "ALMOST",
  rules: {
    knows: met("forever"),
    desires: met("2027-06-01T00:00:00.000Z"),
    mutual: met("2027-06-01T00:00:00.000Z"),
    verified: { met: false, until: "2026-01-01T00:00:00.000Z" },
    vouched: met("2027-06-01T00:00:00.000Z"),
    warm: met("2027-05-14T00:00:00.000Z"),
  },
} as Standing;

test("with one rule missing, the first of the other five to run out is the end", () => {
  expect(readyAfter(standing)).toBe("2027-05-14T00:00:00.000Z");
});

test.each(["READY", "BUILDING", "BLOCKED", "PENDING", "CONNECTED"] as const)("nothing is promised to %s", (verdict) =>
  expect(readyAfter({ ...standing, verdict })).toBeNull(),
);
