import { beforeEach, expect, test } from "vitest";
import { asOwner, type OwnerId } from "@/lib/db";
import { getDigestSetting, saveDigestSetting } from "@/lib/digest/data";
import { getDigestStatus } from "@/lib/digest/schedule/data";
import { noDigest } from "@/lib/digest/schema";
import { unsubscribeLink } from "@/lib/digest/unsubscribe";
import { testDatabase } from "@/lib/testing/database";
import { GET, POST } from "./route";

const database = testDatabase();
let owner: OwnerId;
beforeEach(async () => {
  owner = await database.newOwner();
  await asOwner(owner, (db) => saveDigestSetting(db, { ...noDigest, enabled: true }));
});
const press = async (url: string) => (await POST(new Request(url, { method: "POST" }))).status;
const isOn = async () => (await asOwner(owner, getDigestSetting)).enabled;

test("the link of a mail stops it in one press, and looking at it stops nothing", async () => {
  const link = unsubscribeLink(owner);
  await expect(GET()).rejects.toMatchObject({ digest: expect.stringContaining("/settings#digest") });
  expect(await isOn()).toBe(true);
  expect(await press(link)).toBe(204);
  expect(await isOn()).toBe(false);
  expect((await getDigestStatus(owner)).nextAt).toBeNull();
});

test("a link that isn't signed, or for somebody else, stops nobody's", async () => {
  const link = unsubscribeLink(owner);
  const other = await database.newOwner();
  const wrong = [link.replace(owner, other), `${link}x`, link.slice(0, -1), "http://127.0.0.1:3000/api/digest/off"];
  for (const url of wrong) expect(await press(url), url).toBe(404);
  expect(await press(unsubscribeLink(other))).toBe(204);
  expect(await isOn()).toBe(true);
});
