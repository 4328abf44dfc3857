import ICAL from "ical.js";
import { expect, test } from "vitest";
import { asOwner, type OwnerId } from "../db";
import { asking } from "../testing/asking";
import { testDatabase } from "../testing/database";
import * as data from "./data";
import { findFeed, getFeed } from "./data";
import { calendarOf, type FeedReader, readFeed, tagOf } from "./feed";

const database = testDatabase();
const [renewFeed, revokeFeed] = [asking(data.renewFeed), asking(data.revokeFeed)];
const now = new Date("2026-06-15T10:00:00Z");

async function read(token: string, at = now): Promise<string> {
  const feed = (await findFeed(token)) as FeedReader;
  return calendarOf(await asOwner(feed.owner, (db) => readFeed(db, feed, at)), feed);
}

async function tag(token: string, at = now): Promise<string> {
  const feed = (await findFeed(token)) as FeedReader;
  return tagOf(await asOwner(feed.owner, (db) => readFeed(db, feed, at)), feed);
}

async function addMeeting(owner: OwnerId, name: string, daysAgo: number, notes = "What was said") {
  await asOwner(owner, async (db) => {
    const { id: contactId } = await db.contact.create({
      data: { ownerId: owner, fullName: name },
      select: { id: true },
    });
    const occurredAt = new Date(now.getTime() - daysAgo * 86_400_000);
    const { id: interactionId } = await db.interaction.create({
      data: { ownerId: owner, kind: "CALL", occurredAt, notes },
      select: { id: true },
    });
    await db.interactionContact.create({ data: { ownerId: owner, contactId, interactionId } });
    const dueOn = new Date("2026-06-20");
    await db.followUp.createMany({
      data: [
        { ownerId: owner, contactId, title: "Write back", dueOn },
        { ownerId: owner, contactId, title: "Put off", dueOn, snoozedUntil: new Date("2026-07-01") },
        { ownerId: owner, contactId, title: "Done long ago", dueOn, doneAt: now },
      ],
    });
  });
}

test("an address works until it is made anew or stopped, and is kept only as a hash", async () => {
  const owner = await database.newOwner();
  expect(await getFeed(owner)).toBeNull();
  const first = await renewFeed(owner, false);
  expect(await findFeed(first)).toMatchObject({ owner, withNotes: false });
  const second = await renewFeed(owner, true);
  expect(await findFeed(first)).toBeNull();
  expect(await findFeed(second)).toMatchObject({ owner, withNotes: true });
  const { rows } = await database.admin.query(
    "select to_jsonb(f)::text as row from calendar_feed f where user_id = $1",
    [owner],
  );
  expect(rows[0].row).not.toContain(second);
  await revokeFeed(owner);
  expect(await findFeed(second)).toBeNull();
  expect(await getFeed(owner)).toBeNull();
});

test("it shows its owner's open follow-ups and last year's interactions, nobody else's", async () => {
  const [owner, other] = [await database.newOwner(), await database.newOwner()];
  await addMeeting(owner, "Ada Byron", 3);
  await addMeeting(owner, "Long Ago", 400);
  await addMeeting(other, "Somebody Else", 3);
  const calendar = await read(await renewFeed(owner, false));
  expect(calendar).toContain("SUMMARY:Phone call: Ada Byron\r\n");
  expect(calendar).toContain("DTSTART;VALUE=DATE:20260620\r\nSUMMARY:Write back · Ada Byron");
  expect(calendar).toContain("DTSTART;VALUE=DATE:20260701\r\nSUMMARY:Put off · Ada Byron");
  expect(calendar).not.toMatch(/Phone call: Long Ago|Somebody Else|Done long ago/);
});

test("notes are in it only where the owner said so", async () => {
  const owner = await database.newOwner();
  await addMeeting(owner, "Ada Byron", 3, "Between us");
  expect(await read(await renewFeed(owner, false))).not.toContain("Between us");
  expect(await read(await renewFeed(owner, true))).toContain("DESCRIPTION:Between us\r\n");
});

test("the same facts give the same text all day, so programs that look again are told that nothing changed", async () => {
  const owner = await database.newOwner();
  await addMeeting(owner, "Ada Byron", 3);
  const token = await renewFeed(owner, false);
  const [calendar, before] = [await read(token), await tag(token)];
  expect(before).toMatch(/^"[\w-]{43}"$/);
  expect(await read(token, new Date("2026-06-15T23:59:00Z"))).toBe(calendar);
  expect(await tag(token, new Date("2026-06-15T23:59:00Z"))).toBe(before);
  await database.admin.query("update contact set full_name = 'Ada King' where owner_id = $1", [owner]);
  expect(await read(token)).not.toBe(calendar);
  const after = await tag(token);
  expect(after).not.toBe(before);
  // Notes that the feed doesn't show change nothing; once it shows them, they do.
  await database.admin.query("update interaction set notes = 'Something else' where owner_id = $1", [owner]);
  expect(await tag(token)).toBe(after);
  const withNotes = await renewFeed(owner, true);
  expect(await tag(withNotes)).not.toBe(after);
  const feed = (await findFeed(withNotes)) as FeedReader;
  const shown = await asOwner(owner, (db) => readFeed(db, feed, now));
  expect(tagOf({ ...shown, followUps: [] }, feed)).not.toBe(tagOf(shown, feed));
});

test("a program that is strict opens it: every event has what it must have, once, and no line is too long", async () => {
  const owner = await database.newOwner();
  await addMeeting(owner, "नमस्ते 👩‍👩‍👧‍👦 ".repeat(30).trim(), 3, "Ünï, \n; 😀\r\nEND:VEVENT\r\n".repeat(40));
  await addMeeting(owner, "Ada, Byron; Countess", 300);
  const calendar = await read(await renewFeed(owner, true));
  for (const line of calendar.split("\r\n")) {
    expect(line).not.toMatch(/[\r\n]/);
    expect(line.isWellFormed()).toBe(true); // folded between letters, not within one
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  }
  const root = new ICAL.Component(ICAL.parse(calendar) as unknown[]);
  expect([root.name, root.getFirstPropertyValue("version")]).toEqual(["vcalendar", "2.0"]);
  expect(root.getAllProperties("prodid")).toHaveLength(1);
  const events = root.getAllSubcomponents("vevent");
  expect(events).toHaveLength(6);
  for (const event of events) {
    for (const name of ["uid", "dtstamp", "dtstart", "summary"]) expect(event.getAllProperties(name)).toHaveLength(1);
    expect(String(event.getFirstPropertyValue("dtstamp"))).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(String(event.getFirstPropertyValue("dtstart"))).toMatch(/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$/);
  }
  expect(new Set(events.map((event) => event.getFirstPropertyValue("uid"))).size).toBe(6);
});

test("who is in the trash is not in it", async () => {
  const owner = await database.newOwner();
  await addMeeting(owner, "Ada Byron", 3);
  await database.admin.query("update contact set deleted_at = now() where owner_id = $1", [owner]);
  expect(await read(await renewFeed(owner, true))).not.toContain("Ada");
});
