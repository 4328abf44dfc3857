import { beforeAll, describe, expect, test } from "vitest";
import { createContact, getContact } from "@/lib/contacts/data";
import { trashContact } from "@/lib/contacts/trash/data";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { listFollowUps } from "@/lib/follow-ups/data";
import { newOperationKey } from "@/lib/operation-key";
import { testDatabase } from "@/lib/testing/database";
import { readStanding } from "@/lib/testing/standing";
import {
  confirmInteraction,
  deleteInteraction,
  getInteraction,
  logInteraction,
  undoLog,
  updateInteraction,
} from "./data";

const database = testDatabase();
let owner: OwnerId;
let other: OwnerId;
beforeAll(async () => {
  owner = await database.newOwner();
  other = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const person = (fullName: string) => run((db) => createContact(db, { fullName }));
const standing = (id: string) => run((db) => readStanding(db, id));

type Meeting = Parameters<typeof logInteraction>[2];
const meeting = (fields: Partial<Meeting>): Meeting => ({
  contactIds: [],
  newNames: [],
  names: [],
  kind: "IN_PERSON",
  direction: "JOINT",
  occurredAt: new Date(Date.now() - 60_000).toISOString(),
  depth: "NORMAL",
  groupSize: null,
  notes: null,
  followUpTitle: null,
  followUpDue: null,
  ...fields,
});
const log = (fields: Partial<Meeting>, id = newOperationKey()) => run((db) => logInteraction(db, id, meeting(fields)));
const read = async (id: string | undefined) => {
  const interaction = await run((db) => getInteraction(db, id ?? ""));
  if (!interaction) throw new Error("not found");
  return interaction;
};
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const countOf = (whose: OwnerId, contactId: string) =>
  asOwner(whose, (db) => db.interactionContact.count({ where: { contactId } }));

describe("what counts", () => {
  test("a backdated meeting never moves last contact back", async () => {
    const ada = await person("Ada Backdated");
    await log({ contactIds: [ada], occurredAt: daysAgo(3) });
    const before = await standing(ada);
    await log({ contactIds: [ada], occurredAt: daysAgo(30) });
    const after = await standing(ada);
    expect(after.last).toEqual(before.last);
    expect(after.s).toBeGreaterThan(before.s);
  });

  test("logging five people at a table of eight weighs each by the eight", async () => {
    const five = await Promise.all(["One", "Two", "Three", "Four", "Five"].map((name) => person(`Table ${name}`)));
    await log({ contactIds: five, groupSize: 8 });
    for (const id of five) expect((await standing(id)).s).toBeCloseTo(8 / Math.sqrt(8), 3);
  });

  test("a calendar's entry counts once it is confirmed", async () => {
    const ada = await person("Ada Invited");
    const [id = ""] = await log({ contactIds: [ada] });
    await run((db) => db.interaction.updateMany({ where: { id }, data: { confirmed: false } }));
    expect((await standing(ada)).s).toBe(0);
    await run((db) => confirmInteraction(db, id, 1));
    expect((await standing(ada)).s).toBeCloseTo(8, 3);
  });

  test("what lies ahead is refused by the database too, and nothing stays", async () => {
    const ada = await person("Ada Tomorrow");
    await expect(log({ contactIds: [ada], occurredAt: daysAgo(-1) })).rejects.toThrow();
    expect(await countOf(owner, ada)).toBe(0);
  });
});

describe("who took part", () => {
  test("a typed name is the contact of that name whatever its case, else somebody new", async () => {
    const grace = await person("Grace Hopper");
    const ids = await log({ names: ["grace hopper", "Zoë Quill"], newNames: ["Grace Hopper"] });
    const { contacts } = await read(ids[0]);
    expect(contacts.map(({ name }) => name)).toEqual(["Grace Hopper", "Grace Hopper", "Zoë Quill"]);
    expect(contacts.some(({ id }) => id === grace)).toBe(true);
  });

  test("the same new name twice is one person", async () => {
    const ids = await log({ newNames: ["Ida Rhodes", "ida rhodes"], names: ["Ida Rhodes"] });
    expect((await read(ids[0])).contacts).toHaveLength(1);
  });

  test("a typed name that two contacts have is not guessed", async () => {
    await person("Anna Berg");
    await person("Anna Berg");
    await expect(log({ names: ["anna berg"] })).rejects.toMatchObject({
      code: "ambiguous",
      field: "names",
      params: { name: "anna berg" },
    });
  });

  test("another owner's contact is refused and nothing is written", async () => {
    const theirs = await asOwner(other, (db) => createContact(db, { fullName: "Theirs" }));
    const key = newOperationKey();
    await expect(log({ contactIds: [theirs], newNames: ["Never Made"] }, key)).rejects.toMatchObject({
      code: "unknownContact",
    });
    expect(await run((db) => getInteraction(db, key))).toBeNull();
    expect(await run((db) => db.contact.count({ where: { fullName: "Never Made" } }))).toBe(0);
    expect(await countOf(other, theirs)).toBe(0);
  });

  test("somebody in the trash can't be met, but stays on what was logged before", async () => {
    const ada = await person("Ada Trashed");
    const bob = await person("Bob Stays");
    const [id = ""] = await log({ contactIds: [ada, bob] });
    await run((db) => trashContact(db, ada));
    await expect(log({ contactIds: [ada] })).rejects.toMatchObject({ code: "unknownContact" });
    await run((db) => updateInteraction(db, id, 1, meeting({ contactIds: [ada, bob], notes: "both" })));
    expect((await read(id)).contacts).toHaveLength(2);
  });

  test("a round smaller than those named is refused", async () => {
    const two = [await person("Small One"), await person("Small Two")];
    await expect(log({ contactIds: two, groupSize: 1 })).rejects.toMatchObject({
      code: "groupTooSmall",
      params: { named: 2 },
    });
  });
});

describe("the same form sent twice", () => {
  test("twenty at once make one row, one new contact, one follow-up", async () => {
    const key = newOperationKey();
    const form = { newNames: ["Only Once"], followUpTitle: "Send the paper", followUpDue: "2026-12-01" };
    const answers = await Promise.all(Array.from({ length: 20 }, () => log(form, key)));
    expect(new Set(answers.map(([id]) => id))).toEqual(new Set([key]));
    const { contacts } = await read(key);
    expect(await run((db) => db.contact.count({ where: { fullName: "Only Once" } }))).toBe(1);
    expect(await run((db) => listFollowUps(db, contacts[0]?.id ?? ""))).toHaveLength(1);
  });

  test("other content under a used key is not taken for the same", async () => {
    const ada = await person("Ada Again");
    const key = newOperationKey();
    await log({ contactIds: [ada], notes: "first" }, key);
    await expect(log({ contactIds: [ada], notes: "second" }, key)).rejects.toMatchObject({ code: "sentBefore" });
    expect((await read(key)).notes).toBe("first");
  });

  test("one owner's key says nothing about another's", async () => {
    const key = newOperationKey();
    await log({ newNames: ["Mine"] }, key);
    await asOwner(other, (db) => logInteraction(db, key, meeting({ newNames: ["Also mine"] })));
    expect((await read(key)).contacts.map(({ name }) => name)).toEqual(["Mine"]);
  });
});

describe("editing", () => {
  test("of two who edit the same version exactly one wins, and the other is told", async () => {
    const ada = await person("Ada Edited");
    const [id = ""] = await log({ contactIds: [ada] });
    const edit = (notes: string) =>
      run((db) => updateInteraction(db, id, 1, meeting({ contactIds: [ada], notes }))).then(
        () => "saved",
        (error) => error.code,
      );
    const answers = await Promise.all([edit("left"), edit("right")]);
    expect(answers.sort()).toEqual(["changedElsewhere", "saved"]);
    expect((await read(id)).version).toBe(2);
    await run((db) => updateInteraction(db, id, 2, meeting({ contactIds: [ada], notes: "mine after all" })));
    expect((await read(id)).notes).toBe("mine after all");
  });

  test("who is taken off loses the strength, who is added gains it", async () => {
    const [ada, bob] = [await person("Ada Off"), await person("Bob On")];
    const [id = ""] = await log({ contactIds: [ada] });
    await run((db) => updateInteraction(db, id, 1, meeting({ contactIds: [bob], newNames: ["Cy New"] })));
    expect((await standing(ada)).s).toBe(0);
    expect((await standing(bob)).s).toBeCloseTo(8 / Math.SQRT2, 3);
  });

  test("undo takes back the meeting, its follow-up and whom it made; others stay", async () => {
    const ada = await person("Ada Undone");
    const ids = await log({
      contactIds: [ada],
      newNames: ["Made Then Undone"],
      followUpTitle: "Call",
      followUpDue: "2026-12-01",
    });
    const made = (await read(ids[0])).contacts.find(({ name }) => name === "Made Then Undone")?.id ?? "";
    await run((db) => undoLog(db, ids));
    expect((await standing(ada)).s).toBe(0);
    expect(await run((db) => listFollowUps(db, ada))).toEqual([]);
    expect((await run((db) => getContact(db, made)))?.deletedAt).not.toBeNull();
    expect((await run((db) => getContact(db, ada)))?.deletedAt).toBeNull();
  });

  test("undo leaves somebody made on the fly who has been written about since", async () => {
    const ids = await log({ newNames: ["Met Again"] });
    const made = (await read(ids[0])).contacts[0]?.id ?? "";
    await log({ contactIds: [made] });
    await run((db) => undoLog(db, ids));
    expect((await run((db) => getContact(db, made)))?.deletedAt).toBeNull();
  });

  test("another owner's interaction is not found: read, edited, confirmed, deleted or undone", async () => {
    const ada = await person("Ada Private");
    const ids = await log({ contactIds: [ada] });
    const [id = ""] = ids;
    const theirs = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(other, work);
    expect(await theirs((db) => getInteraction(db, id))).toBeNull();
    const gone = { code: "notFound" };
    await expect(theirs((db) => updateInteraction(db, id, 1, meeting({ newNames: ["X"] })))).rejects.toMatchObject(
      gone,
    );
    await expect(theirs((db) => confirmInteraction(db, id, 1))).rejects.toMatchObject(gone);
    await expect(theirs((db) => deleteInteraction(db, id, 1))).rejects.toMatchObject(gone);
    await theirs((db) => undoLog(db, ids));
    expect((await read(id)).version).toBe(1);
  });
});
