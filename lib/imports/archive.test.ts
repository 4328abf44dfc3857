import { expect, test } from "vitest";
import { archives } from "../testing/linkedin-archives";
import { zip } from "../testing/zip";
import { countOf } from "./schema";
import { importTest, tally } from "./testing/import-test";

const { contacts, everything, importFile, inDb, interactions, undo, upload } = importTest();

const names = async () => (await contacts()).map(({ fullName, connectionStatus }) => `${fullName} ${connectionStatus}`);

test.each(Object.entries(archives))("the archive of %s: whole, once, and back", async (_era, files) => {
  const before = await everything();
  const archive = { "Basic_LinkedInDataExport_01-02-2026.zip": zip(files) };
  const batch = await importFile(archive);
  expect(batch).toMatchObject({ state: "DONE", fileName: "Basic_LinkedInDataExport_01-02-2026.zip" });
  for (const file of batch.files) expect(countOf(file.counts), file.name).toBe(file.rowsTotal);
  expect(batch.files.filter(({ kind }) => !kind).map(({ name }) => name)).toEqual(["Profile.csv"]);
  expect(tally(batch, "CONNECTIONS")).toEqual({ CREATED: 2, "SKIPPED hidden": 1 });
  expect(tally(batch, "INVITATIONS")).toMatchObject({ "CREATED accepted": 1, "CREATED received": 1 });
  expect(tally(batch, "RECOMMENDATIONS_GIVEN")).toEqual({ CREATED: 1 });
  expect(await names()).toEqual(
    expect.arrayContaining(["Zoë Quill, PhD CONNECTED", "נועה לוי 🚀 CONNECTED", "Rita Received RECEIVED"]),
  );

  const after = await everything();
  const again = await importFile(archive);
  expect(again.counts.rows.filter(({ outcome }) => outcome === "CREATED")).toEqual([]);
  expect(await everything()).toEqual(after);
  expect(await undo(again.id)).toMatchObject({ state: "UNDONE" });
  expect(await everything()).toEqual(after);
  expect(await undo(batch.id)).toMatchObject({ state: "UNDONE", counts: { undone: { kept: 0 } } });
  expect(await everything()).toEqual(before);
});

test.each(["2026", "German", "French", "Spanish", "Portuguese"])(
  "everything of the archive of %s finds its place",
  async (era) => {
    const batch = await importFile({ "a.zip": zip(archives[era] ?? {}) });
    expect(tally(batch, "CONNECTIONS")).toEqual({ CREATED: 2, "SKIPPED hidden": 1 });
    expect(tally(batch, "INVITATIONS")).toEqual({ "CREATED accepted": 1, "CREATED sent": 1, "CREATED received": 1 });
    expect(tally(batch, "MESSAGES")).toEqual({
      CREATED: 3,
      "SKIPPED stranger": 1,
      "SKIPPED sponsored": 1,
      "SKIPPED hiddenMember": 2,
      "SKIPPED draft": 1,
      "SKIPPED spam": 1,
    });
    expect(tally(batch, "NOTES")).toEqual({ CREATED: 1 });
    expect(tally(batch, "CONTACTS")).toEqual({ CREATED: 1, "MATCHED completed": 1 });
    expect(tally(batch, "RECOMMENDATIONS_GIVEN")).toEqual({ CREATED: 1 });
    expect(tally(batch, "RECOMMENDATIONS_RECEIVED")).toEqual({ "CREATED newPerson": 1, "SKIPPED unpublished": 1 });
    expect(tally(batch, "ENDORSEMENTS_RECEIVED")).toEqual({ "SKIPPED endorsement": 1 });
    expect(tally(batch, "ENDORSEMENTS_GIVEN")).toEqual({ "SKIPPED endorsement": 1 });
    expect(await names()).toEqual([
      "Bo Book NONE",
      "Rita Received RECEIVED",
      "Sam Sent INVITED",
      'Uma "U." Unknown NONE',
      "Zoë Quill, PhD CONNECTED",
      "נועה לוי 🚀 CONNECTED",
    ]);
    expect((await contacts()).flatMap(({ connectedOn }) => connectedOn?.toISOString().slice(0, 10) ?? [])).toEqual([
      "2016-12-22",
      "2017-01-05",
    ]);
    expect(
      (await interactions()).map(({ occurredAt, contacts: with_ }) => [
        occurredAt.toISOString().slice(0, 16),
        with_.length,
      ]),
    ).toEqual([
      ["2023-12-01T10:11", 1],
      ["2023-12-02T08:00", 1],
      ["2023-12-05T10:00", 2],
    ]);
    const sam = await inDb((db) => db.invitation.findFirstOrThrow({ where: { contact: { fullName: "Sam Sent" } } }));
    expect(sam.sentAt).toEqual(new Date("2023-01-05T10:11Z"));
    const zoe = await inDb((db) =>
      db.contact.findFirstOrThrow({
        where: { fullName: { startsWith: "Zoë" } },
        select: {
          notes: true,
          version: true,
          points: { select: { value: true }, orderBy: { value: "asc" } },
          invitations: { select: { direction: true, status: true, note: true, sentAt: true, answeredAt: true } },
          recommendations: { select: { direction: true, status: true, text: true, publishedAt: true } },
          supportActs: { select: { direction: true, kind: true } },
        },
      }),
    );
    expect(zoe).toEqual({
      notes: "Likes, commas\nand tea",
      version: 1,
      points: [{ value: "+44 020 7946 0018" }, { value: "zoe@example.test" }],
      invitations: [
        {
          ...{ direction: "OUTGOING", status: "ACCEPTED", note: "Hello Zoë" },
          ...{ sentAt: new Date("2016-12-20T10:11Z"), answeredAt: new Date("2016-12-22T00:00Z") },
        },
      ],
      recommendations: [
        {
          ...{ direction: "GIVEN", status: "PUBLISHED", text: "Zoë writes\n“beautifully”." },
          publishedAt: new Date("2009-07-21T12:11Z"),
        },
      ],
      supportActs: [{ direction: "GIVEN", kind: "RECOMMENDATION" }],
    });
  },
);

test("an archive of an era without addresses and one with them are about the same people", async () => {
  await importFile({ "old.zip": zip(archives["2018"] ?? {}) });
  const people = await names();
  const batch = await importFile({ "new.zip": zip(archives["2023"] ?? {}) });
  expect(tally(batch, "CONNECTIONS")).toEqual({ "MATCHED completed": 2, "SKIPPED hidden": 1 });
  expect(await names()).toEqual(people);
});

test("several files at once are one import, and one that can't be read doesn't stop the others", async () => {
  const { "Connections.csv": connections = "", "Invitations.csv": invitations = "" } = archives["2018"] ?? {};
  const batch = await upload({ "Connections.csv": connections, "Invitations.csv": `${invitations}"never closed` });
  expect(batch).toMatchObject({ state: "PREVIEW", fileName: "Connections.csv, Invitations.csv", rowsTotal: 3 });
  expect(batch.files).toMatchObject([
    { kind: "CONNECTIONS", failure: null },
    { kind: null, failure: { code: "quoteOpen", line: 5 } },
  ]);
});

test("undo keeps what was edited since, and lists it", async () => {
  const batch = await importFile({ "a.zip": zip(archives["2026"] ?? {}) });
  await inDb(async (db) => {
    const rita = { contact: { fullName: "Rita Received" } };
    await db.invitation.updateMany({ where: rita, data: { status: "DECLINED" } });
    const zoe = await db.contact.findFirstOrThrow({ where: { fullName: { startsWith: "Zoë" } } });
    await db.contact.updateMany({
      where: { id: zoe.id },
      data: { notes: `Mine.\n\n${zoe.notes}\n\nMine too.`, version: { increment: 1 } },
    });
  });
  const undone = await undo(batch.id);
  expect(undone.counts.undone).toMatchObject({ kept: 2 });
  expect(await names()).toEqual(["Rita Received RECEIVED", "Zoë Quill, PhD CONNECTED"]);
  const [zoe] = await inDb((db) => db.contact.findMany({ where: { fullName: { startsWith: "Zoë" } } }));
  expect(zoe?.notes).toBe("Mine.\n\nMine too.");
});
