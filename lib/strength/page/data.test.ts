import { beforeAll, expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { addReadyContact } from "@/lib/testing/ready-contact";
import { explain } from "../explain";
import { getExplained, getStrengthPage } from "./data";

const database = testDatabase();
let owner: OwnerId;
beforeAll(async () => {
  owner = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>, as = owner) => asOwner(as, work);

const dayMs = 86_400_000;
const now = Date.now();
const daysAgo = (count: number) => new Date(now - count * dayMs).toISOString();
const add = () => run((db) => addReadyContact(db, "Lena Okafor"));

test("a past day rests on what there was then: later meetings, checks and help don't explain it", async () => {
  const id = await add(); // met 20 and 10 days ago, checked and assessed today
  const explained = await run((db) => getExplained(db, id, daysAgo(15)));
  expect(explained?.evidence).toMatchObject({ checks: [], assessment: null, supportGiven: 0 });
  expect(explained?.evidence.lastMeeting?.at.slice(0, 10)).toBe(daysAgo(20).slice(0, 10));
  if (!explained) throw new Error("she is there");
  const { rules } = explain(explained.standing, explained.evidence);
  expect(rules.find(({ rule }) => rule === "warm")?.evidence[0]).toMatchObject({ values: { count: 1 } });
  expect(await run((db) => getExplained(db, id))).toMatchObject({ evidence: { checks: [{}, {}] } });
});

test("a concern counts from its day until it was resolved", async () => {
  const id = await add();
  const concern = {
    ownerId: owner,
    contactId: id,
    finding: "CONCERN",
    kind: "BACKGROUND",
    claim: "Left badly",
  } as const;
  await run((db) =>
    db.credentialCheck.create({
      data: { ...concern, checkedAt: daysAgo(30), resolvedAt: daysAgo(20), resolution: "A mix-up" },
    }),
  );
  const concerns = async (days: number) =>
    (await run((db) => getExplained(db, id, daysAgo(days))))?.evidence.openConcerns.length;
  expect([await concerns(31), await concerns(25), await concerns(19)]).toEqual([0, 1, 0]);
});

test("the history has every day with contact: its kinds, the one interaction there was, and how it was before", async () => {
  const id = await add();
  await run(async (db) => {
    for (const [kind, direction, hours] of [
      ["MESSAGE", "INBOUND", 0],
      ["MESSAGE", "OUTBOUND", 1],
      ["CALL", "JOINT", 2],
    ] as const) {
      const occurredAt = new Date(`2026-01-05T0${hours}:30:00Z`);
      const { id: interactionId } = await db.interaction.create({
        data: { ownerId: db.owner, kind, direction, occurredAt },
        select: { id: true },
      });
      await db.interactionContact.create({ data: { ownerId: db.owner, interactionId, contactId: id } });
    }
  });
  const history = async (since: string) => {
    const page = await run((db) => getStrengthPage(db, id, { since }));
    if (!page) throw new Error("she is there");
    return page.history;
  };
  const all = await history("2025-12-01T00:00:00Z");
  expect(all.days.map(({ kinds }) => kinds)).toEqual([
    [
      { kind: "CALL", count: 1 },
      { kind: "MESSAGE", count: 2 },
    ],
    [{ kind: "IN_PERSON", count: 1 }],
    [{ kind: "IN_PERSON", count: 1 }],
  ]);
  expect(all.days.map(({ interactionId }) => interactionId !== null)).toEqual([false, true, true]);
  expect(all).toMatchObject({ before: null, earlier: 0, firstAt: Date.UTC(2026, 0, 5, 0, 30), halfLifeDays: 180 });
  const late = await history("2026-01-06T00:00:00Z");
  expect(late).toMatchObject({ earlier: 3, before: { at: all.days[0]?.at, heat: all.days[0]?.heat } });
  expect(late.days).toEqual(all.days.slice(1));
});

test("another owner's contact, and one in the trash, is not found", async () => {
  const id = await add();
  const other = await database.newOwner();
  const page = (as?: OwnerId) => run((db) => getStrengthPage(db, id, { since: daysAgo(700), at: daysAgo(-9) }), as);
  expect(await page()).toMatchObject({ contact: { name: "Lena Okafor" }, day: { standing: { verdict: "READY" } } });
  expect(await page(other)).toBeNull();
  await run((db) => db.contact.updateMany({ where: { id }, data: { deletedAt: new Date() } }));
  expect(await page()).toBeNull();
});
