import { beforeEach, expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { addReadyContact } from "@/lib/testing/ready-contact";
import { connectionsAddress } from "./address";
import { countConnections } from "./groups/data";
import { listConnections } from "./list/data";
import { addRemoval } from "./removal/data";
import { connectionGroups, connectionQuery, connectionSorts } from "./schema";

const database = testDatabase();
let owner: OwnerId;
beforeEach(async () => {
  owner = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const connected = { connectionStatus: "CONNECTED", connectedOn: new Date("2025-03-01") } as const;
const thin = (fullName: string, connectedOn: Date | null = connected.connectedOn) =>
  run(async (db) => (await db.contact.create({ data: { ownerId: db.owner, fullName, ...connected, connectedOn } })).id);
const vouchedFor = (fullName: string, connectedOn: Date | null = connected.connectedOn) =>
  run(async (db) => {
    const id = await addReadyContact(db, fullName);
    await db.contact.updateMany({ where: { id }, data: { ...connected, connectedOn } });
    return id;
  });
const query = (address: Record<string, unknown> = {}) => connectionQuery.parse(address);
const list = (address: Record<string, unknown> = {}, limit?: number) =>
  run((db) => listConnections(db, query(address), limit));
const names = async (address: Record<string, unknown> = {}) =>
  (await list(address)).items.map(({ fullName }) => fullName);

test("everybody connected is listed by today's rules, the weakest first", async () => {
  await vouchedFor("Lena Okafor");
  await thin("Rob Becker");
  await run((db) => addReadyContact(db, "Not connected"));
  expect((await list()).items).toMatchObject([
    {
      ...{ fullName: "Rob Becker", strength: 0, last: null, connectedOn: "2025-03-01", met: [] },
      ...{ reason: "thin", lapsed: null, isUntested: true, isOnRemovalList: false },
    },
    {
      fullName: "Lena Okafor",
      met: ["knows", "desires", "mutual", "verified", "vouched", "warm"],
      reason: "whole",
      isUntested: false,
    },
  ]);
});

test("the groups: vouched for, never in touch, run out, spoken against, not yet tested; each counted as it is listed", async () => {
  await vouchedFor("Vera Vouched");
  await thin("Rob Becker");
  const [lena, aiko, nina, dora] = [
    await vouchedFor("Lena Okafor"),
    await vouchedFor("Aiko Hayashi"),
    await thin("Nina No"),
    await vouchedFor("Dora Don’t"),
  ];
  await run(async (db) => {
    await db.assessment.updateMany({ where: { contactId: lena }, data: { reviewedAt: new Date("2020-01-01") } });
    await db.credentialCheck.create({
      data: { ownerId: db.owner, contactId: aiko, kind: "BACKGROUND", finding: "CONCERN", claim: "Left on good terms" },
    });
    await db.assessment.create({ data: { ownerId: db.owner, contactId: nina, wouldIntroduce: "NO" } });
    await db.contact.updateMany({ where: { id: dora }, data: { doNotConnect: true } });
  });
  const found = Object.fromEntries(
    await Promise.all(connectionGroups.map(async (show) => [show, (await names({ show })).sort()] as const)),
  );
  expect(found).toEqual({
    all: ["Aiko Hayashi", "Dora Don’t", "Lena Okafor", "Nina No", "Rob Becker", "Vera Vouched"],
    vouched: ["Aiko Hayashi", "Dora Don’t", "Vera Vouched"],
    thin: ["Nina No", "Rob Becker"],
    lapsed: ["Lena Okafor"],
    concerns: ["Aiko Hayashi", "Dora Don’t"],
    untested: ["Lena Okafor", "Rob Becker"],
  });
  expect(await run(countConnections)).toEqual(
    Object.fromEntries(Object.entries(found).map(([group, people]) => [group, people.length])),
  );
  const said = Object.fromEntries((await list()).items.map((item) => [item.fullName, item]));
  expect(said["Aiko Hayashi"]).toMatchObject({ reason: "concern", concern: "Left on good terms" });
  expect(said["Dora Don’t"]).toMatchObject({ reason: "doNotConnect" });
  expect(said["Nina No"]).toMatchObject({ reason: "notIntroduced" });
  expect(said["Lena Okafor"]).toMatchObject({ reason: "lapsed", lapsed: { rule: "desires" } });
});

test("searched and sorted, within a group", async () => {
  await vouchedFor("Åse Dahl", new Date("2024-01-01"));
  await vouchedFor("Zoë Quill", null);
  await thin("Ben Dahl", new Date("2026-01-01"));
  expect(await names({ q: "dahl" })).toEqual(["Ben Dahl", "Åse Dahl"]);
  expect(await names({ q: "dahl", show: "vouched" })).toEqual(["Åse Dahl"]);
  expect(await names({ q: "nobody" })).toEqual([]);
  expect(await names({ sort: "name" })).toEqual(["Åse Dahl", "Ben Dahl", "Zoë Quill"]);
  expect(await names({ sort: "newest" })).toEqual(["Ben Dahl", "Åse Dahl", "Zoë Quill"]);
  expect((await names({ sort: "strongest" })).at(-1)).toBe("Ben Dahl");
});

test.each(connectionSorts)("sorted by %s, pages have no gaps and no repeats", async (sort) => {
  for (const name of ["A", "B", "C", "D"]) await thin(name, name === "B" ? null : new Date("2025-03-01"));
  for (const name of ["E", "F", "G"]) await vouchedFor(name, name === "G" ? new Date("2026-03-01") : null);
  const whole = (await list({ sort })).items.map(({ id }) => id);
  const seen: string[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = await list({ sort, after }, 2);
    seen.push(...page.items.map(({ id }) => id));
    after = page.next;
  }
  expect(seen).toEqual(whole);
  expect(new Set(seen).size).toBe(7);
});

test("an address that can't be read shows everybody; one that can comes back as it was", async () => {
  expect(query({ show: "best", sort: "?", after: "x", q: ["a"] })).toEqual({ show: "all", sort: "weakest", q: "" });
  const asked = query({ show: "lapsed", q: "åse & co", sort: "name" });
  const address = connectionsAddress(asked);
  expect(query(Object.fromEntries(new URL(address, "http://x").searchParams))).toEqual(asked);
  expect(connectionsAddress(query())).toBe("/connections");
});

test("another owner's connections are in no list and no count", async () => {
  const lena = await vouchedFor("Lena Okafor");
  await run((db) => addRemoval(db, lena, "A test"));
  const other = await database.newOwner();
  await asOwner(other, async (db) => {
    expect((await listConnections(db, query())).items).toEqual([]);
    expect((await listConnections(db, query({ after: lena }))).items).toEqual([]);
    expect(await countConnections(db)).toMatchObject({ all: 0, vouched: 0, untested: 0 });
  });
});
