import { beforeAll, expect, test } from "vitest";
import { createContact } from "@/lib/contacts/data";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { newOperationKey } from "@/lib/operation-key";
import { testDatabase } from "@/lib/testing/database";
import { readStanding } from "@/lib/testing/standing";
import {
  createCheck,
  deleteCheck,
  getCheck,
  getCheckMaxAge,
  listChecks,
  reopenConcern,
  resolveConcern,
  updateCheck,
} from "./data";
import { type CheckInput, createCheck as form } from "./schema";

const database = testDatabase();
let owner: OwnerId;
let other: OwnerId;
beforeAll(async () => {
  owner = await database.newOwner();
  other = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const person = (fullName: string, links: string[] = []) => run((db) => createContact(db, { fullName, links }));
const claim: CheckInput = {
  kind: "BACKGROUND",
  claim: "Programme lead at Nordlys",
  finding: "SUPPORTS",
  sourceName: "Team page",
  sourceUrl: "https://www.nordlys.example/team",
  independent: true,
  checkedAt: new Date(Date.now() - 86_400_000).toISOString(),
  expiresAt: null,
  note: null,
};
const check = async (contactId: string, fields: Partial<CheckInput> = {}) => {
  const id = newOperationKey();
  await run((db) => createCheck(db, id, contactId, { ...claim, ...fields }));
  return id;
};
const read = async (contactId: string, id: string) => {
  const found = await run((db) => getCheck(db, contactId, id));
  if (!found) throw new Error("not found");
  return found;
};

test("a check counts as where it comes from, for as long as the policy says", async () => {
  const ada = await person("Ada");
  const { origin, checkedAt, validUntil, ownPage } = await read(ada, await check(ada));
  expect({ origin, ownPage }).toEqual({ origin: "nordlys.example", ownPage: false });
  expect(new Date(validUntil).getTime() - new Date(checkedAt).getTime()).toBe(365 * 86_400_000);
  await database.admin.query("insert into policy (owner_id, check_max_age_days) values ($1, 30)", [other]);
  expect(await asOwner(other, getCheckMaxAge)).toBe(30);
});

test("a date of its own goes before the policy", async () => {
  const ada = await person("Ada");
  const expiresAt = "2027-03-01T22:59:59.999Z";
  expect((await read(ada, await check(ada, { expiresAt }))).validUntil).toBe(expiresAt);
});

test("changing the source changes what it counts as", async () => {
  const ada = await person("Ada", ["https://ada.example"]);
  const id = await check(ada);
  await run((db) => updateCheck(db, id, 1, { ...claim, sourceUrl: "https://ada.example/about" }));
  expect(await read(ada, id)).toMatchObject({ origin: "ada.example", ownPage: true, version: 2 });
});

test("a concern blocks until it is resolved in writing, and again when it is reopened", async () => {
  const ada = await person("Ada");
  const id = await check(ada, { finding: "CONCERN" });
  const standing = () => run((db) => readStanding(db, ada));
  expect(await standing()).toMatchObject({ verdict: "BLOCKED", blockers: ["concern.open"] });
  await run((db) => resolveConcern(db, id, 1, "It was another Ada."));
  expect(await standing()).toMatchObject({ verdict: "BUILDING", blockers: [] });
  expect(await read(ada, id)).toMatchObject({ resolution: "It was another Ada.", resolvedAt: expect.any(String) });
  await run((db) => reopenConcern(db, id, 2));
  expect(await standing()).toMatchObject({ verdict: "BLOCKED" });
});

test("a concern can't be edited or deleted away", async () => {
  const ada = await person("Ada");
  const id = await check(ada, { finding: "CONCERN" });
  await expect(run((db) => updateCheck(db, id, 1, claim))).rejects.toMatchObject({ code: "concernStays" });
  await expect(run((db) => deleteCheck(db, id, 1))).rejects.toMatchObject({ code: "openConcern" });
  await run((db) => resolveConcern(db, id, 1, "Cleared up with her."));
  await run((db) => deleteCheck(db, id, 2));
  expect(await run((db) => listChecks(db, ada))).toEqual([]);
});

test("only a concern is resolved", async () => {
  const ada = await person("Ada");
  const id = await check(ada);
  await expect(run((db) => resolveConcern(db, id, 1, "Nothing"))).rejects.toMatchObject({ code: "noConcern" });
});

test("of two who edit the same version one wins, and the other is shown the way to the saved one", async () => {
  const ada = await person("Ada");
  const id = await check(ada);
  await run((db) => updateCheck(db, id, 1, { ...claim, note: "left" }));
  await expect(run((db) => updateCheck(db, id, 1, { ...claim, note: "right" }))).rejects.toMatchObject({
    code: "changedElsewhere",
    see: { href: `/contacts/${ada}/checks/${id}` },
  });
  await run((db) => updateCheck(db, id, 2, { ...claim, note: "right" }));
  expect((await read(ada, id)).note).toBe("right");
});

test("another owner's contact or check is not found, and nothing is written", async () => {
  const ada = await person("Ada");
  const id = await check(ada);
  const theirs = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(other, work);
  const gone = { code: "notFound" };
  await expect(theirs((db) => createCheck(db, newOperationKey(), ada, claim))).rejects.toMatchObject(gone);
  await expect(theirs((db) => updateCheck(db, id, 1, claim))).rejects.toMatchObject(gone);
  await expect(theirs((db) => resolveConcern(db, id, 1, "x"))).rejects.toMatchObject(gone);
  await expect(theirs((db) => reopenConcern(db, id, 1))).rejects.toMatchObject(gone);
  await expect(theirs((db) => deleteCheck(db, id, 1))).rejects.toMatchObject(gone);
  expect(await theirs((db) => getCheck(db, ada, id))).toBeNull();
  expect(await run((db) => listChecks(db, ada))).toHaveLength(1);
});

test("a check is found at its own contact's address only", async () => {
  const [ada, bob] = [await person("Ada"), await person("Bob")];
  expect(await run(async (db) => getCheck(db, bob, await check(ada)))).toBeNull();
});

test("a form without a source, with a link that is none, or without an answer: each its own sentence", () => {
  const typed = {
    id: newOperationKey(),
    contactId: newOperationKey(),
    kind: "CREDENTIALS",
    claim: "Engineer",
    finding: "SUPPORTS",
    sourceName: " ",
    sourceUrl: "",
    independent: "yes",
    checkedOn: "2026-11-20",
    expiresOn: "",
    note: "",
  };
  const wrong = (fields: object) =>
    form.safeParse({ ...typed, ...fields }).error?.issues.map((issue) => [issue.path[0], issue.message]);
  expect(wrong({})).toEqual([["sourceName", "source"]]);
  expect(wrong({ sourceUrl: "javascript:alert(1)", expiresOn: "" })).toEqual([["sourceUrl", "link"]]);
  expect(wrong({ sourceName: "University", expiresOn: "", independent: undefined })).toEqual([
    ["independent", "independent"],
  ]);
});
