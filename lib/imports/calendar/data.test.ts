import { expect, test } from "vitest";
import { calendar, event } from "@/lib/testing/other-files";
import { countOf } from "../schema";
import { importTest, tally } from "../testing/import-test";

const { database, everything, importFile, inDb, owner, undo, contacts } = importTest();

const known = (fullName: string, email: string) =>
  inDb((db) =>
    db.contact.create({
      data: { ownerId: db.owner, fullName, points: { create: { kind: "EMAIL", value: email, normalised: email } } },
    }),
  );
const ownMail = async () =>
  (await database.admin.query("select email from app_user where id = $1", [owner()])).rows[0].email as string;
const meetings = () =>
  inDb((db) =>
    db.interaction.findMany({
      select: {
        kind: true,
        confirmed: true,
        occurredAt: true,
        groupSize: true,
        notes: true,
        contacts: { select: { contact: { select: { fullName: true } } } },
      },
      orderBy: { occurredAt: "asc" },
    }),
  );

test("invited is not met: unconfirmed, once, with the contacts who were invited, and back", async () => {
  await known("Ann Byron", "ann@example.test");
  const me = `;CN=Max:mailto:${(await ownMail()).toUpperCase()}`;
  const before = await everything();
  const file = {
    "work.ics": calendar(
      event(
        "weekly",
        ":20240105T090000Z",
        [me, ":MAILTO:ANN@example.test", ":mailto:uma@example.test"],
        "RRULE:FREQ=WEEKLY;COUNT=3",
        "LOCATION:https://zoom.us/j/1",
      ),
      event("weekly", ":20240113T090000Z", [me, ":mailto:ann@example.test"], "RECURRENCE-ID:20240112T090000Z"),
      event(
        "weekly",
        ":20240119T090000Z",
        [me, ":mailto:ann@example.test"],
        "RECURRENCE-ID:20240119T090000Z",
        "STATUS:CANCELLED",
      ),
      event("strangers", ":20240201T090000Z", [me, ":mailto:uma@example.test"], "ORGANIZER:mailto:uma@example.test"),
      event("declined", ":20240202T090000Z", [`;PARTSTAT=DECLINED${me}`, ":mailto:ann@example.test"]),
      event("alone", ":20240203T090000Z", [me]),
    ),
  };
  const batch = await importFile(file);
  expect(tally(batch)).toEqual({
    CREATED: 2,
    "SKIPPED replaced": 2,
    "SKIPPED cancelled": 1,
    "SKIPPED notInvited": 1,
    "SKIPPED declined": 1,
    "SKIPPED nobodyElse": 1,
  });
  expect(countOf(batch.counts)).toBe(batch.rowsTotal);
  const withAnn = [{ contact: { fullName: "Ann Byron" } }];
  expect(await meetings()).toEqual([
    {
      kind: "VIDEO",
      confirmed: false,
      occurredAt: new Date("2024-01-05T09:00Z"),
      groupSize: 2,
      notes: "weekly\n\nhttps://zoom.us/j/1",
      contacts: withAnn,
    },
    {
      kind: "IN_PERSON",
      confirmed: false,
      occurredAt: new Date("2024-01-13T09:00Z"),
      groupSize: null,
      notes: "weekly",
      contacts: withAnn,
    },
  ]);
  const after = await everything();
  expect(countOf((await importFile(file)).counts, "CREATED")).toBe(0);
  expect(await everything()).toEqual(after);
  await undo(batch.id);
  expect(await everything()).toEqual(before);
});

test("whom the owner invited becomes a contact; what was confirmed since is kept", async () => {
  const me = await ownMail();
  const batch = await importFile({
    "own.ics": calendar(
      event(
        "lunch",
        ":20240105T110000Z",
        [`:mailto:${me}`, ";CN=Uma Unknown:mailto:uma@example.test"],
        `ORGANIZER:mailto:${me}`,
      ),
      event("dinner", ":20240106T190000Z", [";CN=Vi:mailto:vi@example.test"], `ORGANIZER:mailto:${me}`),
      event(
        "all hands",
        ":20240107T110000Z",
        Array.from({ length: 30 }, (_, index) => `:mailto:p${index}@example.test`),
        `ORGANIZER:mailto:${me}`,
      ),
    ),
  });
  expect(tally(batch)).toEqual({ CREATED: 2, "SKIPPED notInvited": 1 });
  expect((await contacts()).map(({ fullName, points }) => [fullName, points])).toEqual([
    ["Uma Unknown", [{ value: "uma@example.test" }]],
    ["Vi", [{ value: "vi@example.test" }]],
  ]);
  await inDb((db) =>
    db.interaction.updateMany({ where: { notes: "lunch" }, data: { confirmed: true, version: { increment: 1 } } }),
  );
  expect((await undo(batch.id)).counts.undone).toEqual({ removed: 1, kept: 1 });
  expect((await contacts()).map(({ fullName }) => fullName)).toEqual(["Uma Unknown"]);
});

test("a mailbox that two contacts share says nothing about who came", async () => {
  await known("Ann Byron", "byrons@example.test");
  await known("Bob Byron", "byrons@example.test");
  const batch = await importFile({
    "a.ics": calendar(event("tea", ":20240105T110000Z", [`:mailto:${await ownMail()}`, ":mailto:byrons@example.test"])),
  });
  expect(tally(batch)).toEqual({ "SKIPPED sharedMail": 1 });
});

test("a calendar and an address book in one import know each other", async () => {
  const batch = await importFile({
    "a.ics": calendar(event("tea", ":20240105T110000Z", [`:mailto:${await ownMail()}`, ":mailto:ann@example.test"])),
    "b.vcf": "BEGIN:VCARD\nVERSION:3.0\nFN:Ann Byron\nEMAIL:Ann@example.test\nEND:VCARD\n",
  });
  expect(tally(batch)).toEqual({ CREATED: 2 });
  expect((await meetings()).map((meeting) => meeting.contacts)).toEqual([[{ contact: { fullName: "Ann Byron" } }]]);
});
