import { beforeEach, expect, test } from "vitest";
import { createContact } from "@/lib/contacts/data";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { logIntroduction } from "@/lib/introductions/data";
import { newOperationKey } from "@/lib/operation-key";
import { testDatabase } from "@/lib/testing/database";
import { addReadyContact } from "@/lib/testing/ready-contact";
import { getCentre, getMap } from "./data";
import { tiesOf } from "./graph";
import { mapQuery } from "./schema";

const database = testDatabase();
let owner: OwnerId;
beforeEach(async () => {
  owner = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>, who = owner) => asOwner(who, work);
const map = (asked: Record<string, string> = {}, most?: number, who?: OwnerId) =>
  run((db) => getMap(db, mapQuery.parse(asked), most), who);
const person = (fullName: string, more: { company?: string; tags?: string[] } = {}) =>
  run((db) => createContact(db, { fullName, ...more }));
const introduce = (direction: "GIVEN" | "RECEIVED", contactId: string, otherId: string) =>
  run((db) =>
    logIntroduction(db, newOperationKey(), {
      ...{ direction, contactId, otherId, note: null, howWeMet: null },
      occurredAt: new Date().toISOString(),
    }),
  );

/** What is said of somebody, in names. */
async function told(name: string, asked: Record<string, string> = {}) {
  const shown = await map(asked);
  const at = shown.people.findIndex((one) => one.name === name);
  const names = (places: number[]) => places.map((place) => shown.people[place]?.name).sort();
  const ties = tiesOf(shown)[at];
  if (!ties) return null;
  const { introducedBy, introduced, broughtTogether, companies, tags } = ties;
  return {
    by: names(introducedBy),
    whom: names(introduced),
    together: names(broughtTogether),
    companies: companies.map(({ name: company, others }) => [company, names(others)]),
    tags: tags.map(({ name: tag, others }) => [tag, names(others)]),
  };
}

test("who introduced whom, and what is shared", async () => {
  const ada = await person("Ada", { company: "Kumo", tags: ["energy"] });
  const ben = await person("Ben", { company: "kumo ", tags: ["energy", "law"] });
  const cleo = await person("Cleo");
  await introduce("RECEIVED", ada, ben);
  await introduce("GIVEN", ben, cleo);
  expect(await told("Ben")).toEqual({
    ...{ by: ["Ada"], whom: [], together: ["Cleo"] },
    companies: [["Kumo", ["Ada"]]],
    tags: [["energy", ["Ada"]]],
  });
  expect(await told("Cleo")).toEqual({ by: [], whom: [], together: ["Ben"], companies: [], tags: [] });
  await run((db) => db.contact.updateMany({ where: { id: ada }, data: { deletedAt: new Date() } }));
  expect(await told("Ben")).toEqual({ by: [], whom: [], together: ["Cleo"], companies: [], tags: [] });
});

test("the strongest are shown, and how many there are", async () => {
  await person("Ada");
  await run((db) => addReadyContact(db, "Lena Okafor"));
  await person("Ben");
  const { people, total } = await map({}, 1);
  expect(people).toMatchObject([{ name: "Lena Okafor", verdict: "READY" }]);
  expect(people[0]?.strength).toBeGreaterThan(0);
  expect(total).toBe(3);
});

test("by verdict, tag, company, and around one person", async () => {
  const ada = await person("Ada", { company: "Kumo", tags: ["energy"] });
  await person("Ben", { company: "Kumo Labs", tags: ["law"] });
  await person("Cleo", { company: "KUMO" });
  const dan = await person("Dan");
  await person("Eve", { tags: ["energy"] });
  await introduce("RECEIVED", dan, ada);
  await run((db) => addReadyContact(db, "Lena Okafor"));
  const names = async (asked: Record<string, string>) => (await map(asked)).people.map(({ name }) => name).sort();
  expect(await names({ verdict: "READY" })).toEqual(["Lena Okafor"]);
  const tag = await run((db) => db.tag.findFirstOrThrow({ where: { name: "law" } }));
  expect(await names({ tag: tag.id })).toEqual(["Ben"]);
  expect(await names({ company: "kumo" })).toEqual(["Ada", "Cleo"]);
  expect(await names({ around: ada })).toEqual(["Ada", "Cleo", "Dan", "Eve"]);
  expect(await names({ around: ada, company: "kumo" })).toEqual(["Ada", "Cleo"]);
  expect(await run((db) => getCentre(db, mapQuery.parse({ around: ada })))).toBe("Ada");
});

test("nobody of another owner's is on it, nor their name", async () => {
  const ada = await person("Ada");
  const other = await database.newOwner();
  expect(await map({}, undefined, other)).toEqual({ people: [], hubs: [], introductions: [], total: 0, leftOut: 0 });
  expect((await map({ around: ada }, undefined, other)).people).toEqual([]);
  expect(await run((db) => getCentre(db, mapQuery.parse({ around: ada })), other)).toBeNull();
});
