import { beforeAll, expect, test } from "vitest";
import { createContact, getContact } from "@/lib/contacts/data";
import { listTimeline } from "@/lib/contacts/timeline/data";
import { timelineQuery } from "@/lib/contacts/timeline/schema";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { mergePeople, undoMerge } from "@/lib/duplicates/merge/data";
import { readCandidates } from "@/lib/duplicates/review/data";
import { newOperationKey } from "@/lib/operation-key";
import { deleteSupportAct, listSupportActs } from "@/lib/support/data";
import { testDatabase } from "@/lib/testing/database";
import { getIntroducer, listIntroductions, logIntroduction, takeBackIntroduction } from "./data";

const database = testDatabase();
let owner: OwnerId;
let other: OwnerId;
beforeAll(async () => {
  owner = await database.newOwner();
  other = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const person = (fullName: string, howWeMet: string | null = null) =>
  run((db) => createContact(db, { fullName, ...(howWeMet && { howWeMet }) }));
const two = async () => [await person("Ben Ode"), await person("Lena Okafor")] as const;

const log = async (contactId: string, otherId: string, direction: "GIVEN" | "RECEIVED", id = newOperationKey()) => {
  const what = { occurredAt: "2026-11-20T12:00:00.000Z", note: "A pilot", howWeMet: "Introduced by Ben Ode." };
  return { id, met: await run((db) => logIntroduction(db, id, { direction, contactId, otherId, ...what })) };
};
const acts = (contactId: string) =>
  run(async (db) =>
    (await listSupportActs(db, contactId)).map(({ direction, kind, introduced, note }) => [
      direction,
      kind,
      introduced?.fullName,
      note,
    ]),
  );
const timeline = (contactId: string) =>
  run(async (db) =>
    (await listTimeline(db, contactId, timelineQuery.parse({}))).entries.filter(({ type }) => type !== "created"),
  );
const howWeMet = (id: string) => run(async (db) => (await getContact(db, id))?.howWeMet);

test("whom the owner introduces to each other both have an act that names the other, in their timelines too", async () => {
  const [ben, lena] = await two();
  const { id, met } = await log(ben, lena, "GIVEN");
  expect(met).toBeNull();
  expect(await acts(ben)).toEqual([["GIVEN", "INTRODUCTION", "Lena Okafor", "A pilot"]]);
  expect(await acts(lena)).toEqual([["GIVEN", "INTRODUCTION", "Ben Ode", "A pilot"]]);
  expect(await timeline(lena)).toMatchObject([{ type: "support", introduced: { id: ben, name: "Ben Ode" } }]);
  expect(await howWeMet(lena)).toBeNull();
  await run((db) => takeBackIntroduction(db, id, null));
  expect([...(await acts(ben)), ...(await acts(lena)), ...(await timeline(lena))]).toEqual([]);
});

test("who introduced the owner has an act, whom they met by it says so, and undo takes back all of it", async () => {
  const [ben, lena] = await two();
  const { id, met } = await log(ben, lena, "RECEIVED");
  expect(met).toBe(lena);
  expect(await acts(ben)).toEqual([["RECEIVED", "INTRODUCTION", "Lena Okafor", "A pilot"]]);
  expect(await acts(lena)).toEqual([]);
  expect(await timeline(lena)).toMatchObject([
    { type: "introduction", by: { id: ben, name: "Ben Ode" }, note: "A pilot" },
  ]);
  expect(await howWeMet(lena)).toBe("Introduced by Ben Ode.");
  await run((db) => takeBackIntroduction(db, id, { id: lena, howWeMet: "Introduced by Ben Ode." }));
  expect([...(await acts(ben)), ...(await timeline(lena))]).toEqual([]);
  expect(await howWeMet(lena)).toBeNull();
});

test("how the owner met them is never written over, nor taken away once it was changed", async () => {
  const ben = await person("Ben Ode");
  const written = await person("Ada Byron", "At the fair");
  expect((await log(ben, written, "RECEIVED")).met).toBeNull();
  expect(await howWeMet(written)).toBe("At the fair");
  const lena = await person("Lena Okafor");
  const { id } = await log(ben, lena, "RECEIVED");
  await run((db) => db.contact.updateMany({ where: { id: lena }, data: { howWeMet: "By Ben, in Leeds" } }));
  await run((db) => takeBackIntroduction(db, id, { id: lena, howWeMet: "Introduced by Ben Ode." }));
  expect(await howWeMet(lena)).toBe("By Ben, in Leeds");
});

test("the same form sent twenty times at once is one introduction; deleting one half deletes both", async () => {
  const [ben, lena] = await two();
  const id = newOperationKey();
  await Promise.all(Array.from({ length: 20 }, () => log(ben, lena, "GIVEN", id)));
  expect([(await acts(ben)).length, (await acts(lena)).length]).toEqual([1, 1]);
  const [half] = await run((db) => listSupportActs(db, lena));
  await run((db) => deleteSupportAct(db, half?.id ?? ""));
  expect([...(await acts(ben)), ...(await acts(lena))]).toEqual([]);
});

test("nobody is introduced to themselves, and a contact for good deleted is named no more", async () => {
  const [ben, lena] = await two();
  await expect(log(ben, ben, "GIVEN")).rejects.toMatchObject({ code: "self", field: "otherName" });
  await log(ben, lena, "RECEIVED");
  await run((db) => db.contact.delete({ where: { ownerId_id: { ownerId: owner, id: lena } } }));
  expect(await acts(ben)).toEqual([["RECEIVED", "INTRODUCTION", undefined, "A pilot"]]);
  expect((await run((db) => listIntroductions(db)))[0]).toMatchObject({ first: { id: ben }, second: null });
});

test("a merge takes the mention along, names nobody where both ends become one, and undo brings it back", async () => {
  const [ben, lena] = await two();
  const twin = await person("Lena A. Okafor");
  await log(ben, twin, "GIVEN");
  await log(lena, twin, "GIVEN");
  const before = [await acts(ben), await acts(lena), await acts(twin)];
  const people = [lena, twin];
  await run(async (db) => {
    const seen = (await readCandidates(db, people)).map(({ id, version }) => `${id} ${version}`);
    await mergePeople(db, { people, seen, choices: {} });
  });
  const merge = await run(async (db) => db.contactMerge.findFirstOrThrow({ where: { contactId: lena } }));
  expect(await acts(ben)).toEqual([["GIVEN", "INTRODUCTION", "Lena A. Okafor", "A pilot"]]); // the fuller name of the two
  expect((await acts(lena)).map(([, , introduced]) => introduced).sort()).toEqual(["Ben Ode", undefined, undefined]);
  await run((db) => undoMerge(db, merge.id));
  expect([await acts(ben), await acts(lena), await acts(twin)]).toEqual(before);
});

test("another owner's contacts and introductions are not there", async () => {
  const [ben, lena] = await two();
  const { id } = await log(ben, lena, "GIVEN");
  const what = { direction: "GIVEN", occurredAt: "2026-11-20T12:00:00Z", note: null, howWeMet: null } as const;
  for (const work of [
    (db: OwnerDb) => logIntroduction(db, newOperationKey(), { ...what, contactId: ben, otherId: lena }),
    (db: OwnerDb) => takeBackIntroduction(db, id, null),
    (db: OwnerDb) => getIntroducer(db, id),
  ]) {
    await expect(asOwner(other, work as (db: OwnerDb) => Promise<unknown>)).rejects.toMatchObject({ code: "notFound" });
  }
  const strange = await asOwner(other, (db) => createContact(db, { fullName: "Strange" }));
  await expect(
    run((db) => logIntroduction(db, newOperationKey(), { ...what, contactId: ben, otherId: strange })),
  ).rejects.toMatchObject({ code: "notFound" });
  expect(await asOwner(other, listIntroductions)).toEqual([]);
});
