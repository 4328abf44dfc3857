import { beforeEach, expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { countOverview } from "@/lib/strength/lanes/data";
import { testDatabase } from "@/lib/testing/database";
import { addReadyContact } from "@/lib/testing/ready-contact";
import { listStandingDays, recordStanding } from "./days/data";
import { countRulesMet, listAcceptedMonths } from "./figures/data";

const database = testDatabase();
let owner: OwnerId;
beforeEach(async () => {
  owner = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>, who = owner) => asOwner(who, work);

test("a day is kept as it last was, a week by its last day, and of nobody nothing", async () => {
  const record = (day: string) => run(async (db) => recordStanding(db, day, await countOverview(db)));
  await record("2026-10-05");
  await run((db) => addReadyContact(db, "Lena Okafor"));
  await record("2026-11-02");
  await run((db) => db.contact.create({ data: { ownerId: db.owner, fullName: "Ben Silva" } }));
  await record("2026-11-04");
  await record("2026-11-04");
  await record("2026-11-25");
  const days = await run((db) => listStandingDays(db, "2026-11-29"));
  expect(days.map(({ day, verdicts, bands }) => `${day} ${verdicts.READY} ${verdicts.BUILDING} ${bands.cold}`)).toEqual(
    ["2026-11-04 1 1 1", "2026-11-25 1 1 1"],
  );
  expect(await run((db) => listStandingDays(db, "2026-11-29"), await database.newOwner())).toEqual([]);
});

test("rules met are those the view counts, of everybody outside the trash", async () => {
  await run((db) => addReadyContact(db, "Lena Okafor"));
  const add = (data: { fullName: string; howWeMet?: string; expertise?: string; deletedAt?: Date }) =>
    run((db) => db.contact.create({ data: { ownerId: db.owner, ...data } }));
  await add({ fullName: "Ben Silva" });
  await add({ fullName: "Gone", deletedAt: new Date() });
  const met = await run(countRulesMet);
  const { rows } = await database.admin.query<{ met: number; people: number }>(
    "select rules_met as met, count(*)::int as people from relationship_strength where owner_id = $1 group by 1",
    [owner],
  );
  expect(met).toEqual([1, 0, 0, 0, 0, 0, 1]);
  expect(rows.map(({ met: rules, people }) => [met[rules], people])).toEqual([
    [1, 1],
    [1, 1],
  ]);
  expect(await run(countRulesMet, await database.newOwner())).toEqual([0, 0, 0, 0, 0, 0, 0]);
});

test("invitations by the owner's month, those alone of which the answer says something", async () => {
  const now = new Date("2026-11-20T12:00:00Z");
  const { id: contactId } = await run((db) =>
    db.contact.create({ data: { ownerId: db.owner, fullName: "Ben Silva" } }),
  );
  const sent = (sentAt: string, status: "ACCEPTED" | "SENT" | "WITHDRAWN", sentRulesMet: number | null = 6) =>
    run((db) =>
      db.invitation.create({
        data: { ownerId: db.owner, contactId, direction: "OUTGOING", status, sentAt, sentRulesMet },
      }),
    );
  await sent("2026-09-30T23:30:00Z", "ACCEPTED"); // October already in Oslo
  await sent("2026-10-10T10:00:00Z", "WITHDRAWN");
  await sent("2026-10-10T10:00:00Z", "SENT"); // waits for ever
  await sent("2026-11-19T10:00:00Z", "SENT"); // may still be answered
  await sent("2026-10-10T10:00:00Z", "ACCEPTED", null); // an archive's
  const months = (who?: OwnerId) =>
    run((db) => listAcceptedMonths(db, new Date("2026-10-30T00:00:00Z"), "Europe/Oslo", now, 3), who);
  expect(await months()).toEqual([
    { month: "2026-09", sent: 0, accepted: 0 },
    { month: "2026-10", sent: 3, accepted: 1 },
    { month: "2026-11", sent: 0, accepted: 0 },
  ]);
  expect((await months(await database.newOwner())).every(({ sent: count }) => count === 0)).toBe(true);
});
