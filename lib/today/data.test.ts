import { beforeEach, expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { createFollowUp } from "@/lib/follow-ups/data";
import { receiveInvitation } from "@/lib/invitations/data";
import { createRecommendation } from "@/lib/recommendations/data";
import { testDatabase } from "@/lib/testing/database";
import { addReadyContact } from "@/lib/testing/ready-contact";
import { getCounts, getToday, listWeeks } from "./data";
import { getFirstSteps } from "./first-steps/data";
import { railOf } from "./schema";

const database = testDatabase();
let owner: OwnerId;
beforeEach(async () => {
  owner = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const log = (occurredAt: string, confirmed = true) =>
  run((db) => db.interaction.create({ data: { ownerId: db.owner, kind: "CALL", occurredAt, confirmed } }));

test("weeks are the owner's own, empty ones included", async () => {
  const now = new Date("2026-11-22T18:00:00Z"); // already Monday the 23rd in Tokyo
  await log("2026-11-22T15:30:00Z");
  await log("2026-11-22T14:30:00Z");
  await log("2026-11-22T14:30:00Z", false);
  await log("2026-09-01T00:00:00Z");
  expect(await run((db) => listWeeks(db, "Asia/Tokyo", now, 3))).toEqual([
    { monday: "2026-11-09", count: 0 },
    { monday: "2026-11-16", count: 1 },
    { monday: "2026-11-23", count: 1 },
  ]);
  expect(await run((db) => listWeeks(db, "UTC", now, 1))).toEqual([{ monday: "2026-11-16", count: 2 }]);
  expect(await asOwner(await database.newOwner(), (db) => listWeeks(db, "UTC", now, 1))).toEqual([
    { monday: "2026-11-16", count: 0 },
  ]);
});

test("a new owner has every step ahead, and one with somebody ready has none", async () => {
  const ahead = { contacts: false, interaction: false, check: false, assessment: false, ready: false };
  expect((await run(getFirstSteps)).done).toEqual(ahead);
  await run((db) => db.contact.create({ data: { ownerId: db.owner, fullName: "Rob Becker" } }));
  expect((await run(getFirstSteps)).done).toEqual({ ...ahead, contacts: true });
  await run((db) => addReadyContact(db, "Lena Okafor"));
  expect((await run(getFirstSteps)).done).toEqual({
    contacts: true,
    interaction: true,
    check: true,
    assessment: true,
    ready: true,
  });
});

test("the lanes and the rail count the same people, and nobody else's", async () => {
  await run(async (db) => {
    const lena = await addReadyContact(db, "Lena Okafor");
    const { id: rob } = await db.contact.create({ data: { ownerId: db.owner, fullName: "Rob Becker" } });
    await receiveInvitation(db, rob, "We met in Oslo");
    await createFollowUp(db, { contactId: lena, title: "Send the paper", dueOn: "2020-01-01" });
    await createRecommendation(
      db,
      {
        contactId: rob,
        direction: "GIVEN",
        status: "DRAFTING",
        work: "Oslo",
        text: null,
        dueOn: null,
        publishedOn: null,
      },
      { timeZone: "UTC", now: new Date() },
    );
  });
  expect(await run((db) => getToday(db, "UTC"))).toMatchObject({
    ready: { count: 1, people: [{ item: { fullName: "Lena Okafor" }, record: { met: { times: 2 } } }] },
    invitations: { count: 1, items: [{ contact: { fullName: "Rob Becker" }, note: "We met in Oslo" }] },
    followUps: { count: 1, items: [{ title: "Send the paper" }] },
    owed: { count: 1, items: [{ contact: { fullName: "Rob Becker" } }] },
    touch: { count: 0 },
    lapsing: { count: 0 },
  });
  expect(railOf(await run(getCounts))).toEqual({
    contacts: 2,
    ready: 1,
    invitations: 1,
    recommendations: 1,
  });
  expect(railOf(await asOwner(await database.newOwner(), getCounts))).toEqual({
    contacts: 0,
    ready: 0,
    invitations: 0,
    recommendations: 0,
  });
});
