import { beforeAll, expect, test } from "vitest";
import { createContact } from "@/lib/contacts/data";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { newOperationKey } from "@/lib/operation-key";
import { testDatabase } from "@/lib/testing/database";
import { logIntroduction } from "../data";
import { findIntroductions } from "./data";

const database = testDatabase();
let owner: OwnerId;
beforeAll(async () => {
  owner = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const person = (fullName: string, what: Partial<Parameters<typeof createContact>[1]> = {}) =>
  run((db) => createContact(db, { fullName, ...what }));
/** Met all of them at once, so often, in the last days. */
const meet = (times: number, ...people: string[]) =>
  run(async (db) => {
    for (let ago = 1; ago <= times; ago += 1) {
      const occurredAt = new Date(Date.now() - ago * 86_400_000);
      const { id: interactionId } = await db.interaction.create({
        data: { ownerId: owner, kind: "IN_PERSON", occurredAt },
        select: { id: true },
      });
      await db.interactionContact.createMany({
        data: people.map((contactId) => ({ ownerId: owner, interactionId, contactId })),
      });
    }
  });
const ask = async (question: string) => {
  const { targets, ...rest } = await run((db) => findIntroductions(db, question));
  return {
    ...rest,
    found: targets.map(({ fullName, place, value, isDirect }) => ({ fullName, place, value, isDirect })),
    ways: Object.fromEntries(
      targets.map((target) => [
        target.fullName,
        target.introducers.map(({ fullName, tie, value, band }) => [fullName, tie, value, band]),
      ]),
    ),
  };
};
const introduce = (direction: "GIVEN" | "RECEIVED", contactId: string, otherId: string) =>
  run((db) =>
    logIntroduction(db, newOperationKey(), {
      direction,
      contactId,
      otherId,
      occurredAt: "2026-05-01T12:00:00Z",
      note: null,
      howWeMet: null,
    }),
  );

test("who works there, and who leads to them: stronger ties first, each with its reason", async () => {
  const cold = await person("Cora Cold", {
    company: "Brightwell Energy",
    location: "Leeds",
    expertise: "Grid storage",
  });
  const strong = await person("Sara Strong", { company: "Other", location: "leeds ", expertise: "Storage and heat" });
  const colleague = await person("Carl Colleague", { company: "brightwell energy" });
  const before = await person("Ines Introducer");
  await person("Nobody Linked", { company: "Elsewhere" });
  await meet(4, strong);
  await meet(1, colleague);
  await introduce("RECEIVED", before, cold);
  const { found, ways, isMore, meant } = await ask("brightwell");
  expect([isMore, meant]).toEqual([false, []]);
  expect(found).toEqual([
    { fullName: "Carl Colleague", place: "COMPANY", value: "brightwell energy", isDirect: true },
    { fullName: "Cora Cold", place: "COMPANY", value: "Brightwell Energy", isDirect: false },
  ]);
  expect(ways["Cora Cold"]).toEqual([
    ["Sara Strong", "expertise", "storage", "strong"],
    ["Carl Colleague", "company", "brightwell energy", "warm"],
    ["Ines Introducer", "introducedYou", null, "cold"],
  ]);
});

test("what joins two is told by the most telling link there is: introduced, met together, tag, place", async () => {
  const target = await person("Tara Target", { company: "Helio", tags: ["Choir"], location: "Oslo" });
  const tagged = await person("Tom Tagged", { tags: ["choir"], location: "Oslo" });
  const neighbour = await person("Nils Neighbour", { location: "OSLO" });
  const beside = await person("Bea Beside", { location: "Oslo", tags: ["Choir"] });
  const introduced = await person("Ida Introduced", { location: "Oslo" });
  for (const one of [tagged, neighbour]) await meet(2, one);
  await meet(2, beside, target);
  await introduce("GIVEN", introduced, target);
  const all = new Map<string, unknown>();
  for (const aside of [[], [beside], [introduced, beside]]) {
    await run((db) => db.contact.updateMany({ where: { id: { in: aside } }, data: { doNotConnect: true } }));
    for (const [name, tie] of (await ask("Helio")).ways["Tara Target"] ?? []) all.set(String(name), tie);
  }
  expect(Object.fromEntries(all)).toMatchObject({
    "Bea Beside": "metTogether",
    "Tom Tagged": "tag",
    "Nils Neighbour": "location",
  });
  await run((db) =>
    db.contact.updateMany({ where: { id: { in: [tagged, neighbour] } }, data: { doNotConnect: true } }),
  );
  await run((db) => db.contact.updateMany({ where: { id: introduced }, data: { doNotConnect: false } }));
  expect((await ask("Helio")).ways["Tara Target"]).toEqual([["Ida Introduced", "youIntroduced", null, "cold"]]);
});

test("a tag and a field of expertise are looked at too, whatever the case and the accents", async () => {
  await person("Tia", { tags: ["Søknad"] });
  await person("Eva", { expertise: "Bûcheron, forests" });
  await person("Rolf", { position: "Former CTO at Zephyr" });
  expect((await ask("soknad")).found).toMatchObject([{ fullName: "Tia", place: "TAG", value: "Søknad" }]);
  expect((await ask("BUCHERON")).found).toMatchObject([{ fullName: "Eva", place: "EXPERTISE" }]);
  expect((await ask("zephyr cto")).found).toMatchObject([{ fullName: "Rolf", place: "ROLE" }]);
});

test("a slip of the keyboard is taken for the word it is most like, and said", async () => {
  await person("Quinn", { company: "Quantumleap Ltd" });
  expect(await ask("quantumlaep")).toMatchObject({
    found: [{ fullName: "Quinn" }],
    meant: [{ typed: "quantumlaep", word: "Quantumleap" }],
  });
  expect(await ask("zzyzx")).toEqual({ found: [], ways: {}, isMore: false, meant: [] });
  expect((await ask("%_\\")).found).toEqual([]);
});

test("of many the ten strongest are shown, and that there are more", async () => {
  const many = await Promise.all(
    Array.from({ length: 12 }, (_, place) => person(`Person ${place}`, { company: "Manifold" })),
  );
  await meet(1, many[7] ?? "");
  const { found, isMore } = await ask("manifold");
  expect([found.length, found[0]?.fullName, isMore]).toEqual([10, "Person 7", true]);
});

test("nobody is named who isn't wanted, is in the trash, or isn't this owner's", async () => {
  const wanted = await person("Wanda", { company: "Vexillo" });
  const unwanted = await person("Uwe", { company: "Vexillo", doNotConnect: true });
  const gone = await person("Gone", { company: "Vexillo" });
  await run((db) => db.contact.updateMany({ where: { id: gone }, data: { deletedAt: new Date() } }));
  await meet(3, unwanted);
  const { found, ways } = await ask("vexillo");
  expect([found.map(({ fullName }) => fullName), ways]).toEqual([["Wanda"], { Wanda: [] }]);
  const other = await database.newOwner();
  expect(await asOwner(other, (db) => findIntroductions(db, "vexillo"))).toMatchObject({ targets: [] });
  expect(await asOwner(other, (db) => findIntroductions(db, "vexilol"))).toMatchObject({ targets: [], meant: [] });
  expect(wanted).toBeTruthy();
});
