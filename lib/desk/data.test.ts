import { beforeEach, expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { getAllowances, getDeskSetting, getDeskVersion, saveDeskSetting } from "./data";
import { freeAccount } from "./schema";

const database = testDatabase();
let owner: OwnerId;
beforeEach(async () => {
  owner = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const sent = (sentAt: string, note: string | null, status: "SENT" | "WITHDRAWN" | "DRAFT" = "SENT") =>
  run(async (db) => {
    const { id: contactId } = await db.contact.create({ data: { ownerId: db.owner, fullName: "Lena Okafor" } });
    await db.invitation.create({
      data: { ownerId: db.owner, contactId, direction: "OUTGOING", status, note, sentAt: new Date(sentAt) },
    });
  });

test("whoever set nothing has a free account; a setting replaces it", async () => {
  expect(await run(getDeskSetting)).toEqual(freeAccount);
  const premium = {
    ...{ noteLength: 300, notesAMonth: 100, invitationsAWeek: 150 },
    ...{ withdrawAfterDays: 14, recommendationGapDays: 60 },
  };
  await run((db) => saveDeskSetting(db, freeAccount));
  await run((db) => saveDeskSetting(db, premium));
  expect(await run(getDeskSetting)).toEqual(premium);
  expect(await asOwner(await database.newOwner(), getDeskSetting)).toEqual(freeAccount);
});

test("of two tabs that save the limits exactly one wins", async () => {
  const read = await run(getDeskVersion);
  const save = (noteLength: number) =>
    run((db) => saveDeskSetting(db, { ...freeAccount, noteLength }, read)).then(
      () => "saved",
      (error) => error.code,
    );
  expect((await Promise.all([save(250), save(300)])).sort()).toEqual(["changedElsewhere", "saved"]);
});

test("notes count in the owner's month and invitations in the owner's week", async () => {
  // Tokyo is in December and in the week of Monday 30 November; London is still in November.
  const now = new Date("2026-11-30T16:00:00Z");
  await sent("2026-11-30T15:30:00Z", "Hi"); // 1 December in Tokyo
  await sent("2026-11-29T15:30:00Z", "Hi"); // Monday 30 November in Tokyo, Sunday in London
  await sent("2026-11-02T12:00:00Z", "  ");
  await sent("2026-11-02T12:00:00Z", "Hi", "WITHDRAWN");
  await sent("2026-11-30T12:00:00Z", "Hi", "DRAFT");
  const used = async (timeZone: string) => {
    const { notesThisMonth, invitationsThisWeek } = await run((db) => getAllowances(db, timeZone, now));
    return { notes: notesThisMonth.used, invitations: invitationsThisWeek.used };
  };
  expect(await used("Asia/Tokyo")).toEqual({ notes: 1, invitations: 2 });
  expect(await used("Europe/London")).toEqual({ notes: 3, invitations: 1 });
});

test("what is left never goes below nothing, and it is said when the count starts anew", async () => {
  await run((db) => saveDeskSetting(db, { ...freeAccount, notesAMonth: 1, invitationsAWeek: 1 }));
  const now = new Date("2026-11-20T12:00:00Z");
  await sent("2026-11-20T11:00:00Z", "Hi");
  await sent("2026-11-20T11:30:00Z", "Hi");
  expect(await run((db) => getAllowances(db, "UTC", now))).toEqual({
    noteLength: 200,
    notesThisMonth: { used: 2, limit: 1, left: 0, freeOn: "2026-12-01" },
    invitationsThisWeek: { used: 2, limit: 1, left: 0, freeOn: "2026-11-23" },
  });
});
