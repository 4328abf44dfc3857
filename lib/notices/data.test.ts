import { beforeEach, expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { saveDigestSetting } from "@/lib/digest/data";
import { noDigest } from "@/lib/digest/schema";
import { createFollowUp } from "@/lib/follow-ups/data";
import { testDatabase } from "@/lib/testing/database";
import { addReadyContact } from "@/lib/testing/ready-contact";
import { listNotices } from "./data";

const database = testDatabase();
const reader = { timeZone: "Asia/Tokyo", locale: "en" };
const noon = new Date("2026-11-22T03:00:00Z");
let owner: OwnerId;
beforeEach(async () => {
  owner = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const texts = async (withText: boolean, now = noon) =>
  (await run((db) => listNotices(db, reader, withText, now))).notices.map(({ text }) => text);

test("each follow-up and each lane once, without names unless they are wanted, of the owner's own", async () => {
  const id = await run((db) => addReadyContact(db, "Lena Okafor"));
  await run((db) => createFollowUp(db, { contactId: id, title: "Send the paper", dueOn: "2026-11-22" }));
  await run((db) => createFollowUp(db, { contactId: id, title: "Call", dueOn: "2026-11-23" }));
  expect(await texts(true)).toEqual(["Send the paper · Lena Okafor", "One person is ready to connect"]);
  expect(await texts(false)).toEqual(["Follow-ups are due", "One person is ready to connect"]);
  expect(await run((db) => listNotices(db, reader, true, noon))).toMatchObject({
    day: "2026-11-22",
    notices: [{ key: expect.stringMatching(/^followUp [0-9a-f-]{36}$/) }, { key: "ready" }],
  });
  expect(await asOwner(await database.newOwner(), (db) => listNotices(db, reader, true, noon))).toEqual({
    day: "2026-11-22",
    notices: [],
  });
});

test("nothing before the owner's hour, on the owner's clock, and only the parts they want", async () => {
  const id = await run((db) => addReadyContact(db, "Lena Okafor"));
  await run((db) => createFollowUp(db, { contactId: id, title: "Send the paper", dueOn: "2026-11-20" }));
  expect(await texts(true, new Date("2026-11-21T21:59:00Z"))).toEqual([]); // 6:59 in Tokyo
  expect(await texts(true, new Date("2026-11-21T22:00:00Z"))).toHaveLength(2);
  await run((db) => saveDigestSetting(db, { ...noDigest, hour: 13, parts: ["ready"] }));
  expect(await texts(true)).toEqual([]);
  expect(await texts(true, new Date("2026-11-22T04:00:00Z"))).toEqual(["One person is ready to connect"]);
});
