import { beforeAll, expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { createContact } from "../data";
import { listTimeline } from "./data";
import { type TimelineFilter, timelineQuery } from "./schema";

const database = testDatabase();
let owner: OwnerId;
let other: OwnerId;
beforeAll(async () => {
  owner = await database.newOwner();
  other = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const create = (fullName: string) => run((db) => createContact(db, { fullName }));
const read = (id: string, show: TimelineFilter = "all", older?: string, limit?: number) =>
  run((db) => listTimeline(db, id, timelineQuery.parse({ show, older }), limit));

/** An interaction with these people, so many days ago. */
async function interaction(people: string[], daysAgo: number, what: { kind: "IN_PERSON" | "MESSAGE" }) {
  await run(async (db) => {
    const { id } = await db.interaction.create({
      data: {
        ownerId: owner,
        ...what,
        direction: what.kind === "MESSAGE" ? "INBOUND" : "JOINT",
        occurredAt: new Date(Date.now() - daysAgo * 86_400_000),
      },
      select: { id: true },
    });
    await db.interactionContact.createMany({
      data: people.map((contactId) => ({ ownerId: owner, interactionId: id, contactId })),
    });
  });
}

test("everything that happened, newest first, with who else was there", async () => {
  const [anna, elif] = [await create("Anna"), await create("Elif")];
  await interaction([anna, elif], 3, { kind: "IN_PERSON" });
  await interaction([anna], 5, { kind: "MESSAGE" });
  await run(async (db) => {
    const mine = { ownerId: owner, contactId: anna };
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
    await db.credentialCheck.create({
      data: {
        ...mine,
        kind: "BACKGROUND",
        finding: "SUPPORTS",
        claim: "Leads the team",
        sourceName: "Team page",
        checkedAt: daysAgo(1),
      },
    });
    await db.invitation.create({
      data: { ...mine, direction: "INCOMING", status: "RECEIVED", note: "Hello", sentAt: daysAgo(2) },
    });
    const act = await db.supportAct.create({
      data: { ...mine, direction: "GIVEN", kind: "RECOMMENDATION", occurredAt: daysAgo(6) },
      select: { id: true },
    });
    await db.recommendation.create({
      data: { ...mine, direction: "GIVEN", status: "PUBLISHED", publishedAt: daysAgo(6), supportActId: act.id },
    });
    await db.supportAct.create({ data: { ...mine, direction: "RECEIVED", kind: "ADVICE", occurredAt: daysAgo(7) } });
    await db.assessment.create({ data: { ...mine, reviewedAt: daysAgo(8), goal: "A talk" } });
  });
  const page = await read(anna);
  expect(page.entries.map((entry) => entry.type)).toEqual([
    "created",
    "check",
    "invitation",
    "interaction",
    "interaction",
    "recommendation",
    "support",
    "assessment",
  ]);
  expect(page).toMatchObject({ total: 8, older: null });
  expect(page.entries[1]).toMatchObject({ claim: "Leads the team", source: "Team page", finding: "SUPPORTS" });
  expect(page.entries[3]).toMatchObject({ kind: "IN_PERSON", others: [{ id: elif, name: "Elif" }] });
  expect((await read(anna, "meetings")).entries).toHaveLength(1);
  expect((await read(anna, "messages")).entries.map((entry) => entry.type)).toEqual(["invitation", "interaction"]);
  expect((await read(anna, "checks")).entries.map((entry) => entry.type)).toEqual(["check", "assessment"]);
});

test("page by page nothing is left out and nothing comes twice, also where moments are equal", async () => {
  const id = await create("Björn");
  for (const daysAgo of [1, 1, 1, 2, 3, 3]) await interaction([id], Math.floor(daysAgo), { kind: "MESSAGE" });
  await database.admin.query(
    "update interaction set occurred_at = date_trunc('day', occurred_at) where owner_id = $1",
    [owner],
  );
  const all = (await read(id)).entries.map((entry) => entry.id);
  const walked: string[] = [];
  let older: string | undefined;
  do {
    const page = await read(id, "all", older, 2);
    walked.push(...page.entries.map((entry) => entry.id));
    older = page.older ?? undefined;
  } while (older);
  expect(walked).toEqual(all);
  expect(new Set(walked).size).toBe(7);
});

test("an address that was tampered with starts at the top", async () => {
  const id = await create("Carla");
  expect((await read(id, "all", "'; drop table contact")).entries).toHaveLength(1);
});

test("another owner's contact has no timeline", async () => {
  const id = await create("Dora");
  const page = await asOwner(other, (db) => listTimeline(db, id, timelineQuery.parse({})));
  expect(page).toEqual({ entries: [], total: 0, older: null });
});
