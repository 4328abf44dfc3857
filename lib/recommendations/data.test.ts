import { beforeAll, expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { getRecommendation } from "./board/data";
import {
  bringBackRecommendation,
  createRecommendation,
  deleteRecommendation,
  moveRecommendation,
  rescheduleRecommendation,
  restoreText,
  updateRecommendation,
} from "./data";
import { bringBackRecommendation as bringBackSchema } from "./schema";
import { clock, idea, recommendationTest } from "./testing/recommendation-test";
import { listTexts } from "./texts/data";

const { database, run, newContact, lena, create, read, move } = recommendationTest();
const nobody = "00000000-0000-7000-8000-000000000000";
let other: OwnerId;
beforeAll(async () => {
  other = await database.newOwner();
});
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
  const { contactId: _, ...mine } = idea(lena());
  await run((db) => updateRecommendation(db, id, version + 1, { ...mine, status: "SENT" }, clock));
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
  await expect(asOwner(other, (db) => createRecommendation(db, idea(lena()), clock))).rejects.toMatchObject({
    code: "notFound",
  });
  await expect(run((db) => deleteRecommendation(db, nobody, 1, clock))).rejects.toMatchObject({ code: "notFound" });
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
    const { contactId: _, ...what } = idea(lena());
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
