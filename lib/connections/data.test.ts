import { beforeEach, expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { addReadyContact } from "@/lib/testing/ready-contact";
import { markRemoved, undoRemoved } from "./data";
import { listConnections } from "./list/data";
import type { ConnectionFilter } from "./schema";

const database = testDatabase();
let owner: OwnerId;
beforeEach(async () => {
  owner = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const connected = { connectionStatus: "CONNECTED", connectedOn: new Date("2025-03-01") } as const;
const thin = (fullName: string) =>
  run(async (db) => (await db.contact.create({ data: { ownerId: db.owner, fullName, ...connected } })).id);
const vouchedFor = (fullName: string) =>
  run(async (db) => {
    const id = await addReadyContact(db, fullName);
    await db.contact.updateMany({ where: { id }, data: connected });
    return id;
  });
const names = async (filter: ConnectionFilter) =>
  (await run((db) => listConnections(db, filter))).items.map(({ fullName }) => fullName);

test("everybody connected is listed by today's rules, the weakest first", async () => {
  await vouchedFor("Lena Okafor");
  await thin("Rob Becker");
  await run((db) => addReadyContact(db, "Not connected"));
  const { items } = await run((db) => listConnections(db, "all"));
  expect(items).toMatchObject([
    {
      fullName: "Rob Becker",
      strength: 0,
      last: null,
      connectedOn: "2025-03-01",
      unmet: ["knows", "desires", "mutual", "verified", "vouched", "warm"],
    },
    { fullName: "Lena Okafor", unmet: [], hasConcern: false },
  ]);
});

test("the filters find who was never in touch, what ran out and what speaks against", async () => {
  await thin("Rob Becker");
  const lena = await vouchedFor("Lena Okafor");
  const aiko = await vouchedFor("Aiko Hayashi");
  await run(async (db) => {
    await db.assessment.updateMany({ where: { contactId: lena }, data: { reviewedAt: new Date("2020-01-01") } });
    await db.credentialCheck.create({
      data: { ownerId: db.owner, contactId: aiko, kind: "BACKGROUND", finding: "CONCERN", sourceName: "A client" },
    });
  });
  expect(await names("thin")).toEqual(["Rob Becker"]);
  expect(await names("lapsed")).toEqual(["Lena Okafor"]);
  expect(await names("concerns")).toEqual(["Aiko Hayashi"]);
});

test("pages have no gaps and no repeats, with and without strength", async () => {
  for (const name of ["A", "B", "C", "D"]) await thin(name);
  for (const name of ["E", "F", "G"]) await vouchedFor(name);
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await run((db) => listConnections(db, "all", { after, limit: 2 }));
    seen.push(...page.items.map(({ fullName }) => fullName));
    after = page.next ?? undefined;
  } while (after);
  expect(seen.slice(0, 4).sort()).toEqual(["A", "B", "C", "D"]);
  expect(seen.slice(4).sort()).toEqual(["E", "F", "G"]);
});

test("removed is undone with its day; another owner's connection is not there", async () => {
  const lena = await vouchedFor("Lena Okafor");
  await run((db) => markRemoved(db, lena));
  expect(await names("all")).toEqual([]);
  await expect(run((db) => markRemoved(db, lena))).rejects.toMatchObject({ code: "changedElsewhere" });
  await run((db) => undoRemoved(db, lena));
  expect((await run((db) => listConnections(db, "all"))).items).toMatchObject([{ connectedOn: "2025-03-01" }]);
  const other = await database.newOwner();
  for (const work of [markRemoved, undoRemoved]) {
    await expect(asOwner(other, (db) => work(db, lena))).rejects.toMatchObject({ code: "notFound" });
  }
  expect((await asOwner(other, (db) => listConnections(db, "all"))).items).toEqual([]);
});
