import { beforeAll, expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { getExchanged, getRecommendation, listBoard } from "./board/data";
import {
  bringBackRecommendation,
  createRecommendation,
  deleteRecommendation,
  moveRecommendation,
  rescheduleRecommendation,
  restoreText,
  updateRecommendation,
} from "./data";
import { listLedger, listOwed } from "./ledger/data";
import {
  bringBackRecommendation as bringBackSchema,
  type CreateRecommendation,
  type RecommendationStatus,
} from "./schema";
import { listTexts } from "./texts/data";

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

const newContact = (fullName: string, connectionStatus: "CONNECTED" | "NONE" = "CONNECTED") =>
  run(async (db) => {
    const data = { ownerId: db.owner, fullName, connectionStatus };
    return (await db.contact.create({ data, select: { id: true } })).id;
  });

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
  await run((db) => moveRecommendation(db, id, version, { status, publishedOn }, clock));
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
  await expect(run((db) => moveRecommendation(db, id, version, { status: "PUBLISHED" }, clock))).rejects.toMatchObject({
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
    (db: OwnerDb) => moveRecommendation(db, id, version, { status: "SENT" }, clock),
    (db: OwnerDb) => deleteRecommendation(db, id, version, clock),
    (db: OwnerDb) => rescheduleRecommendation(db, id, version, "2027-01-01"),
    (db: OwnerDb) => restoreText(db, id, version, nobody),
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
  const owed = await asOwner(mine, (db) => listOwed(db, clock.timeZone, clock.now));
  expect(owed.map(({ contact }) => contact.fullName)).toEqual(["Gita Varma", "Elif Demir"]);
  expect(await asOwner(other, (db) => listLedger(db, clock.timeZone))).toEqual([]);
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
  await run((db) => db.deskSetting.create({ data: { ownerId: owner, recommendationGapDays: 20 } }));
  expect(await line()).toMatchObject({ lag: { days: 20, isSwap: false } });
  expect(await run((db) => getExchanged(db, contact, clock.timeZone))).toEqual({
    published: { GIVEN: ["2026-11-23"], RECEIVED: ["2026-11-03"] },
    gapDays: 20,
  });
  await run((db) => db.deskSetting.deleteMany({ where: { ownerId: owner } }));
});

test("what LinkedIn allows only to connections is refused for others; an idea and a draft are not", async () => {
  const stranger = await newContact("Stan Stranger", "NONE");
  const refusal = { code: "notConnected", params: { name: "Stan Stranger" } };
  await expect(create({ contactId: stranger, status: "PUBLISHED" })).rejects.toMatchObject({
    ...refusal,
    field: "status",
  });
  const id = await create({ contactId: stranger });
  await move(id, "DRAFTING");
  for (const status of ["REQUESTED", "SENT", "PUBLISHED"] as const) {
    await expect(move(id, status)).rejects.toMatchObject({ ...refusal, field: undefined });
  }
  expect((await read(id)).status).toBe("DRAFTING");
});

test("a move is taken back also where the connection has ended meanwhile", async () => {
  const contact = await newContact("Once Connected");
  const id = await create({ contactId: contact, status: "PUBLISHED", publishedOn: "2025-03-01" });
  await run((db) => db.contact.updateMany({ where: { id: contact }, data: { connectionStatus: "REMOVED" } }));
  await move(id, "DRAFTING");
  const { version } = await read(id);
  const back = { status: "PUBLISHED", publishedOn: "2025-03-01", isBack: true } as const;
  await run((db) => moveRecommendation(db, id, version, back, clock));
  expect(await read(id)).toMatchObject({ status: "PUBLISHED", publishedOn: "2025-03-01" });
});

test("a recommendation is due on another day, or no more", async () => {
  const id = await create({ dueOn: "2026-11-01" });
  await run(async (db) => rescheduleRecommendation(db, id, 1, "2026-12-01"));
  expect(await read(id)).toMatchObject({ dueOn: "2026-12-01", overdue: false, version: 2 });
  await expect(run((db) => rescheduleRecommendation(db, id, 1, null))).rejects.toMatchObject({
    code: "changedElsewhere",
  });
  await run((db) => rescheduleRecommendation(db, id, 2, null));
  expect((await read(id)).dueOn).toBeNull();
});

test("every text saved is kept once, and each can be the text again", async () => {
  const id = await create({ text: "First" });
  const save = async (text: string | null) => {
    const { version } = await read(id);
    const { contactId: _, ...what } = idea(lena);
    await run((db) => updateRecommendation(db, id, version, { ...what, text }, clock));
  };
  const texts = async () => (await run((db) => listTexts(db, id))).map(({ text }) => text);
  await save("First");
  await save("Second");
  await save(null);
  expect(await texts()).toEqual(["Second", "First"]);
  const first = (await run((db) => listTexts(db, id))).find(({ text }) => text === "First");
  const { version } = await read(id);
  await run((db) => restoreText(db, id, version, first?.id ?? ""));
  expect((await read(id)).text).toBe("First");
  expect(await texts()).toEqual(["First", "Second", "First"]);
  await asOwner(other, async (db) => expect(await listTexts(db, id)).toEqual([]));
  const another = await create();
  await expect(run((db) => restoreText(db, another, 1, first?.id ?? ""))).rejects.toMatchObject({ code: "notFound" });
});

test("a deleted one comes back with its texts, its day and its act of support; twice is once", async () => {
  const contact = await newContact("Petra Novak");
  const id = await create({
    contactId: contact,
    text: "One",
    status: "PUBLISHED",
    publishedOn: "2025-03-01",
    dueOn: "2025-02-01",
  });
  const { contact: _, swap: _swap, overdue: _overdue, ...item } = await read(id);
  const texts = await run((db) => listTexts(db, id));
  const memory = JSON.stringify({ ...item, contactId: contact, texts });
  await run((db) => deleteRecommendation(db, id, item.version, clock));
  expect(
    await database.admin.query("select from recommendation_version where recommendation_id = $1", [id]),
  ).toMatchObject({ rowCount: 0 });
  const parsed = bringBackSchema.parse({ memory }).memory;
  for (const _again of [1, 2]) await run((db) => bringBackRecommendation(db, parsed, clock));
  expect(await read(id)).toMatchObject({ ...item, version: item.version + 1 });
  expect(await run((db) => listTexts(db, id))).toEqual(texts);
  expect(await acts(contact)).toMatchObject([{ direction: "GIVEN", occurredAt: new Date("2025-03-01T03:00:00Z") }]);
  await expect(asOwner(other, (db) => bringBackRecommendation(db, parsed, clock))).rejects.toMatchObject({
    code: "notFound",
  });
  expect(bringBackSchema.safeParse({ memory: "{" }).success).toBe(false);
});
