import { beforeAll, expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import {
  createRecommendation,
  deleteRecommendation,
  getRecommendation,
  listBoard,
  moveRecommendation,
  updateRecommendation,
} from "./data";
import { listLedger, listOwed } from "./ledger/data";
import type { CreateRecommendation, RecommendationStatus } from "./schema";

const database = testDatabase();
let owner: OwnerId;
let other: OwnerId;
let lena: string;
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const clock = { timeZone: "Asia/Tokyo", now: new Date("2026-11-22T18:00:00Z") }; // already the 23rd there
const nobody = "00000000-0000-7000-8000-000000000000";

beforeAll(async () => {
  owner = await database.newOwner();
  other = await database.newOwner();
  lena = await newContact("Lena Okafor");
});

const newContact = (fullName: string) =>
  run(async (db) => (await db.contact.create({ data: { ownerId: db.owner, fullName }, select: { id: true } })).id);

const idea = (contactId: string): CreateRecommendation => ({
  contactId,
  direction: "GIVEN",
  status: "IDEA",
  work: "The Lisbon migration",
  text: null,
  dueOn: null,
  publishedOn: null,
});
const create = (input: Partial<CreateRecommendation> = {}) =>
  run((db) => createRecommendation(db, { ...idea(lena), ...input }, clock));
const read = async (id: string) => {
  const found = await run((db) => getRecommendation(db, id, clock));
  if (!found) throw new Error("not found");
  return found;
};
const move = async (id: string, status: RecommendationStatus, publishedOn: string | null = null) => {
  const { version } = await read(id);
  await run((db) => moveRecommendation(db, id, version, status, publishedOn, clock));
};
const acts = (contactId: string) =>
  run((db) =>
    db.supportAct.findMany({ where: { contactId }, select: { kind: true, direction: true, occurredAt: true } }),
  );

test("publishing writes exactly one support act, and taking it back removes it", async () => {
  const contact = await newContact("Tomás Marín");
  const id = await create({ contactId: contact, direction: "RECEIVED" });
  expect(await acts(contact)).toEqual([]);
  await move(id, "PUBLISHED");
  await move(id, "PUBLISHED");
  expect(await acts(contact)).toEqual([{ kind: "RECOMMENDATION", direction: "RECEIVED", occurredAt: clock.now }]);
  expect((await read(id)).publishedOn).toBe("2026-11-23");
  await move(id, "SENT");
  expect(await acts(contact)).toEqual([]);
  expect((await read(id)).publishedOn).toBeNull();
});

test("the support act follows the day and the direction of the publication", async () => {
  const contact = await newContact("Aiko Hayashi");
  const id = await create({ contactId: contact, status: "PUBLISHED", publishedOn: "2025-03-01" });
  expect(await acts(contact)).toMatchObject([{ direction: "GIVEN", occurredAt: new Date("2025-03-01T03:00:00Z") }]);
  const { version } = await read(id);
  const { contactId: _, ...changed } = { ...idea(contact), direction: "RECEIVED", status: "PUBLISHED" } as const;
  await run((db) => updateRecommendation(db, id, version, { ...changed, publishedOn: "2024-02-29" }, clock));
  expect(await acts(contact)).toMatchObject([{ direction: "RECEIVED", occurredAt: new Date("2024-02-29T03:00:00Z") }]);
});

test("a publication restored keeps its day", async () => {
  const id = await create({
    contactId: await newContact("Nadia Saleh"),
    status: "PUBLISHED",
    publishedOn: "2025-03-01",
  });
  await move(id, "DECLINED");
  await move(id, "PUBLISHED", "2025-03-01");
  expect((await read(id)).publishedOn).toBe("2025-03-01");
});

test("deleting a published one deletes its support act", async () => {
  const contact = await newContact("Joanna Pike");
  const id = await create({ contactId: contact, status: "PUBLISHED" });
  const { version } = await read(id);
  await run((db) => deleteRecommendation(db, id, version, clock));
  expect(await acts(contact)).toEqual([]);
  expect(await run((db) => getRecommendation(db, id, clock))).toBeNull();
});

test("it can't be published tomorrow", async () => {
  await expect(create({ status: "PUBLISHED", publishedOn: "2026-11-24" })).rejects.toMatchObject({
    code: "future",
    field: "publishedOn",
  });
});

test("a change to something that was changed since is refused and changes nothing", async () => {
  const id = await create();
  const { version } = await read(id);
  await move(id, "REQUESTED");
  await expect(run((db) => moveRecommendation(db, id, version, "PUBLISHED", null, clock))).rejects.toMatchObject({
    code: "changedElsewhere",
  });
  expect((await read(id)).status).toBe("REQUESTED");
  const { contactId: _, ...mine } = idea(lena);
  await run((db) => updateRecommendation(db, id, null, { ...mine, status: "SENT" }, clock));
  expect((await read(id)).status).toBe("SENT");
});

test("another owner's recommendation and contact are not there", async () => {
  const id = await create();
  const { version } = await read(id);
  await asOwner(other, async (db) => expect(await getRecommendation(db, id, clock)).toBeNull());
  for (const work of [
    (db: OwnerDb) => moveRecommendation(db, id, version, "SENT", null, clock),
    (db: OwnerDb) => deleteRecommendation(db, id, version, clock),
  ]) {
    await expect(asOwner(other, work)).rejects.toMatchObject({ code: "notFound" });
  }
  await expect(asOwner(other, (db) => createRecommendation(db, idea(lena), clock))).rejects.toMatchObject({
    code: "notFound",
  });
  await expect(run((db) => deleteRecommendation(db, nobody, 1, clock))).rejects.toMatchObject({ code: "notFound" });
});

test("the board has a column a state, what is due first on top, and says what is overdue", async () => {
  const contact = await newContact("Marek Kowal");
  const later = await create({ contactId: contact, status: "DRAFTING", dueOn: "2026-12-24" });
  const overdue = await create({ contactId: contact, status: "DRAFTING", dueOn: "2026-11-22" });
  const board = await run((db) => listBoard(db, clock));
  expect(board.map((column) => column.status)).toEqual([
    "IDEA",
    "REQUESTED",
    "DRAFTING",
    "SENT",
    "PUBLISHED",
    "DECLINED",
  ]);
  const drafting = board.find((column) => column.status === "DRAFTING");
  expect(drafting?.items.map(({ id, overdue }) => ({ id, overdue }))).toEqual([
    { id: overdue, overdue: true },
    { id: later, overdue: false },
  ]);
  expect((await run((db) => listBoard(db, clock, 1)))[2]).toMatchObject({ count: 2, items: [{ id: overdue }] });
});

test("the ledger counts each way and knows who owes whom", async () => {
  const mine = await database.newOwner();
  const make = (fullName: string, all: Partial<CreateRecommendation>[]) =>
    asOwner(mine, async (db) => {
      const { id } = await db.contact.create({ data: { ownerId: db.owner, fullName }, select: { id: true } });
      for (const one of all) await createRecommendation(db, { ...idea(id), ...one }, clock);
    });
  await make("Elif Demir", [{ direction: "RECEIVED", status: "PUBLISHED", publishedOn: "2026-10-01" }]);
  await make("Gita Varma", [{ status: "DRAFTING", dueOn: "2026-12-01" }]);
  await make("Marek Kowal", [{ status: "PUBLISHED" }]);
  await make("Only an idea", [{ status: "IDEA" }]);
  await make("Said no", [{ status: "DECLINED" }]);

  const ledger = await asOwner(mine, (db) => listLedger(db, clock.timeZone));
  expect(ledger).toMatchObject([
    { contact: { fullName: "Elif Demir" }, received: 1, lastReceived: "2026-10-01", balance: "youOwe" },
    { contact: { fullName: "Gita Varma" }, given: 0, givingDue: "2026-12-01", balance: "youOwe" },
    { contact: { fullName: "Marek Kowal" }, given: 1, lastGiven: "2026-11-23", balance: "theyOwe" },
  ]);
  const owed = await asOwner(mine, (db) => listOwed(db, clock.timeZone));
  expect(owed.map(({ contact }) => contact.fullName)).toEqual(["Gita Varma", "Elif Demir"]);
  expect(await asOwner(other, (db) => listLedger(db, clock.timeZone))).toEqual([]);
});
