import { expect, test } from "vitest";
import { asOwner } from "@/lib/db";
import { fixedSequence } from "@/lib/testing/fixed-sequence";
import { getExchanged, listBoard } from "../board/data";
import { createRecommendation } from "../data";
import type { CreateRecommendation } from "../schema";
import { clock, idea, recommendationTest } from "../testing/recommendation-test";
import { countOwed, listLedger, listOwed } from "./data";

const { database, run, newContact, create, read, move } = recommendationTest();

test("the ledger counts each way, and knows who owes whom", async () => {
  const mine = await database.newOwner();
  const make = (fullName: string, all: Partial<CreateRecommendation>[]) =>
    asOwner(mine, async (db) => {
      const data = { ownerId: db.owner, fullName, connectionStatus: "CONNECTED" } as const;
      const { id } = await db.contact.create({ data, select: { id: true } });
      for (const one of all) await createRecommendation(db, { ...idea(id), ...one }, clock);
    });
  await make("Elif Demir", [{ direction: "RECEIVED", status: "PUBLISHED", publishedOn: "2026-10-01" }]);
  await make("Gita Varma", [
    { status: "DRAFTING", dueOn: "2026-12-01" },
    { direction: "RECEIVED", status: "REQUESTED", dueOn: "2026-11-01" },
  ]);
  await make("Marek Kowal", [{ status: "PUBLISHED" }]);
  await make("Nina Sent", [{ direction: "RECEIVED", status: "PUBLISHED" }, { status: "SENT" }]);
  await make("Only an idea", [{ status: "IDEA" }]);
  await make("Said no", [{ status: "DECLINED" }]);

  const ledger = await asOwner(mine, (db) => listLedger(db, clock.timeZone, clock.now));
  expect(ledger).toMatchObject([
    { contact: { fullName: "Elif Demir" }, received: 1, lastReceived: "2026-10-01", owed: { byYou: 1, byThem: 0 } },
    {
      contact: { fullName: "Gita Varma" },
      given: 0,
      giving: { dueOn: "2026-12-01", overdue: false },
      receiving: { dueOn: "2026-11-01", overdue: true },
      owed: { byYou: 1, byThem: 1 },
    },
    { contact: { fullName: "Marek Kowal" }, given: 1, lastGiven: "2026-11-23", owed: { byYou: 0, byThem: 1 } },
    { contact: { fullName: "Nina Sent" }, sent: { GIVEN: 1, RECEIVED: 0 }, owed: { byYou: 0, byThem: 0 } },
  ]);
  const owed = (limit: number) => asOwner(mine, (db) => listOwed(db, clock.timeZone, { limit, now: clock.now }));
  expect((await owed(9)).map(({ contact }) => contact.fullName)).toEqual(["Gita Varma", "Elif Demir"]);
  expect((await owed(1)).map(({ contact }) => contact.fullName)).toEqual(["Gita Varma"]);
  expect(await asOwner(mine, countOwed)).toBe(2);
  const other = await database.newOwner();
  expect(await asOwner(other, (db) => listLedger(db, clock.timeZone))).toEqual([]);
  expect(await asOwner(other, countOwed)).toBe(0);
});

test("who is owed one is who the ledger says, in the order of what is due", async () => {
  const mine = await database.newOwner();
  const statuses = ["IDEA", "REQUESTED", "DRAFTING", "SENT", "PUBLISHED", "DECLINED"] as const;
  const pick = fixedSequence(7);
  const one = <T>(of: readonly T[]) => of[Math.floor(pick() * of.length)] as T;
  await asOwner(mine, async (db) => {
    for (let person = 0; person < 40; person++) {
      const data = { ownerId: db.owner, fullName: `Person ${pick()}` };
      const { id } = await db.contact.create({ data, select: { id: true } });
      const made = Array.from({ length: 1 + Math.floor(pick() * 4) }, () => ({
        ...{ ownerId: db.owner, contactId: id, direction: one(["GIVEN", "RECEIVED"] as const), status: one(statuses) },
        dueOn: one([null, new Date("2026-12-01"), new Date("2026-11-01")]),
      }));
      await db.recommendation.createMany({ data: made });
    }
  });
  const ledger = await asOwner(mine, (db) => listLedger(db, clock.timeZone, clock.now));
  const due = ({ giving }: (typeof ledger)[number]) => `${giving?.dueOn ?? "9999"} ${giving ? 0 : 1}`;
  const expected = ledger
    .filter(({ owed }) => owed.byYou > 0)
    .sort((a, b) => (due(a) < due(b) ? -1 : Number(due(a) > due(b))));
  const owed = await asOwner(mine, (db) => listOwed(db, clock.timeZone, { limit: 100, now: clock.now }));
  expect(owed).toEqual(expected);
  expect(owed.length).toBeGreaterThan(10);
  expect(await asOwner(mine, countOwed)).toBe(owed.length);
});

test("two that would be near each other are warned of, under the owner's own measure", async () => {
  const contact = await newContact("Ines Faria");
  await create({ contactId: contact, direction: "RECEIVED", status: "PUBLISHED", publishedOn: "2026-11-03" });
  const id = await create({ contactId: contact, status: "DRAFTING" });
  expect((await read(id)).swap).toEqual({ on: "2026-11-03", days: 20, waitUntil: "2026-12-03" });
  const board = await run((db) => listBoard(db, clock));
  expect(board.flatMap(({ items }) => items).find((item) => item.id === id)?.swap?.waitUntil).toBe("2026-12-03");
  const line = async () =>
    (await run((db) => listLedger(db, clock.timeZone, clock.now))).find((one) => one.contact.id === contact);
  expect(await line()).toMatchObject({ lag: null, waitUntil: "2026-12-03" });
  await move(id, "PUBLISHED");
  expect(await line()).toMatchObject({ lag: { days: 20, first: "RECEIVED", isSwap: true } });
  expect((await read(id)).swap).toBeNull();
  await run((db) => db.deskSetting.create({ data: { ownerId: db.owner, recommendationGapDays: 20 } }));
  expect(await line()).toMatchObject({ lag: { days: 20, isSwap: false } });
  expect(await run((db) => getExchanged(db, contact, clock.timeZone))).toEqual({
    published: { GIVEN: ["2026-11-23"], RECEIVED: ["2026-11-03"] },
    gapDays: 20,
  });
  await run((db) => db.deskSetting.deleteMany({ where: { ownerId: db.owner } }));
});
