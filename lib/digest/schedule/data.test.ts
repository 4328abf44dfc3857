import { beforeEach, expect, test } from "vitest";
import { asOwner, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { saveDigestSetting } from "../data";
import { noDigest } from "../schema";
import { getDigestStatus } from "./data";

const database = testDatabase();
let owner: OwnerId;
beforeEach(async () => {
  owner = await database.newOwner();
});

/** When the next one comes after a moment, as Postgres says it. */
async function next(zone: string, hour: number, after: string, weekdaysOnly = false): Promise<string> {
  const { rows } = await database.admin.query("select next_digest($1, $2, $3, $4) as at", [
    zone,
    hour,
    weekdaysOnly,
    after,
  ]);
  return rows[0].at.toISOString();
}

test("at the owner's hour of each day, also when the clocks change", async () => {
  expect(await next("Europe/Berlin", 7, "2026-03-28T05:59:59Z")).toBe("2026-03-28T06:00:00.000Z");
  expect(await next("Europe/Berlin", 7, "2026-03-28T06:00:00Z")).toBe("2026-03-29T05:00:00.000Z");
  // Two o'clock doesn't come on the 29th of March, and comes twice on the 25th of October.
  expect(await next("Europe/Berlin", 2, "2026-03-28T12:00:00Z")).toBe("2026-03-29T01:00:00.000Z");
  expect(await next("Europe/Berlin", 2, "2026-03-29T01:00:00Z")).toBe("2026-03-30T00:00:00.000Z");
  expect(await next("Europe/Berlin", 2, "2026-10-24T12:00:00Z")).toBe("2026-10-25T01:00:00.000Z");
  expect(await next("Europe/Berlin", 2, "2026-10-25T01:00:00Z")).toBe("2026-10-26T01:00:00.000Z");
  // In Chile midnight itself is jumped over.
  expect(await next("America/Santiago", 0, "2026-09-05T12:00:00Z")).toBe("2026-09-06T04:00:00.000Z");
  expect(await next("Pacific/Kiritimati", 7, "2026-11-22T16:59:00Z")).toBe("2026-11-22T17:00:00.000Z");
});

test("on working days only, where that was chosen", async () => {
  expect(await next("Europe/Berlin", 7, "2026-11-27T06:00:00Z", true)).toBe("2026-11-30T06:00:00.000Z");
  expect(await next("Europe/Berlin", 7, "2026-11-27T06:00:00Z", false)).toBe("2026-11-28T06:00:00.000Z");
});

test("another hour or time zone is another moment; without a digest there is none", async () => {
  const nextAt = async () => (await getDigestStatus(owner)).nextAt ?? "";
  const choose = (setting: Partial<typeof noDigest>) =>
    asOwner(owner, (db) => saveDigestSetting(db, { ...noDigest, ...setting }));
  await choose({ enabled: true, hour: 7 });
  expect(await nextAt()).toMatch(/T07:00:00.000Z$/);
  await choose({ enabled: true, hour: 18 });
  expect(await nextAt()).toMatch(/T18:00:00.000Z$/);
  await database.admin.query("update app_user set time_zone = 'Asia/Kolkata' where id = $1", [owner]);
  expect(await nextAt()).toMatch(/T12:30:00.000Z$/);
  await choose({ enabled: false });
  expect(await nextAt()).toBe("");
});
