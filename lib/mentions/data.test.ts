import { beforeAll, expect, test } from "vitest";
import { createContact } from "@/lib/contacts/data";
import { listTimeline } from "@/lib/contacts/timeline/data";
import { timelineQuery } from "@/lib/contacts/timeline/schema";
import { deleteContact, restoreContact, trashContact } from "@/lib/contacts/trash/data";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { listInteractionsToTake } from "@/lib/exports/interactions/data";
import { getInteraction, logInteraction, undoLog, updateInteraction } from "@/lib/interactions/data";
import { newOperationKey } from "@/lib/operation-key";
import { testDatabase } from "@/lib/testing/database";
import { readStanding } from "@/lib/testing/standing";

const database = testDatabase();
let owner: OwnerId;
let other: OwnerId;
beforeAll(async () => {
  owner = await database.newOwner();
  other = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const person = (fullName: string, whose = owner) => asOwner(whose, (db) => createContact(db, { fullName }));
const timeline = (id: string) => run((db) => listTimeline(db, id, timelineQuery.parse({ show: "meetings" })));
const rename = (id: string, fullName: string) =>
  database.admin.query("update contact set full_name = $3 where owner_id = $1 and id = $2", [owner, id, fullName]);

const what = {
  ...{ newNames: [], names: [], kind: "IN_PERSON" as const, direction: "JOINT" as const, depth: "NORMAL" as const },
  ...{ groupSize: null, followUpTitle: null, followUpDue: null, occurredAt: "2026-11-20T12:00:00.000Z" },
};
/** A meeting with `met`, in whose notes `named` stands. */
async function log(met: string, notes: string, ...mentions: { id: string; name: string }[]) {
  const id = newOperationKey();
  await run((db) => logInteraction(db, id, { ...what, contactIds: [met], notes, mentions }));
  return id;
}
const stored = async (id: string) =>
  (await database.admin.query("select notes from interaction where owner_id = $1 and id = $2", [owner, id])).rows[0]
    .notes;

test("who is mentioned has it on their timeline, and it counts for nothing", async () => {
  const [ada, bea] = [await person("Ada"), await person("Bea Quill")];
  const before = await run((db) => readStanding(db, bea));
  const id = await log(ada, "Met through @Bea Quill.", { id: bea, name: "Bea Quill" });
  expect((await timeline(bea)).entries).toMatchObject([
    { id, mentioned: true, others: [{ name: "Ada" }], notes: ["Met through ", { id: bea, name: "Bea Quill" }, "."] },
  ]);
  expect((await timeline(ada)).entries).toMatchObject([{ id, mentioned: false }]);
  expect(await run((db) => readStanding(db, bea))).toEqual(before);
});

test("renamed, they are called by their new name everywhere; the form shows plain names and saves them again", async () => {
  const [ada, bea] = [await person("Ada R"), await person("Bea R")];
  const id = await log(ada, "Thanks @Bea R! @Bea R?", { id: bea, name: "Bea R" });
  await rename(bea, "Bea Stone");
  const read = await run((db) => getInteraction(db, id));
  expect(read).toMatchObject({ notes: "Thanks @Bea Stone! @Bea Stone?", mentions: [{ id: bea, name: "Bea Stone" }] });
  expect(await run((db) => listInteractionsToTake(db, null, 100))).toContainEqual(
    expect.objectContaining({ id, notes: "Thanks @Bea Stone! @Bea Stone?" }),
  );
  const again = { ...what, contactIds: [ada], notes: "No thanks.", mentions: read?.mentions ?? [] };
  await run((db) => updateInteraction(db, id, 1, again));
  expect((await timeline(bea)).entries).toEqual([]);
});

test("another owner's id is only words, and so is one of nobody, whether sent or written as a token", async () => {
  const [ada, theirs] = [await person("Ada S"), await person("Eve", other)];
  const id = await log(ada, `@Eve, @[Eve](contact:${theirs}) and @[X](contact:${newOperationKey()})`, {
    ...{ id: theirs, name: "Eve" },
  });
  expect(await stored(id)).toBe("@Eve, @Eve and @X");
  const rows = await database.admin.query("select from mention where interaction_id = $1", [id]);
  expect(rows.rowCount).toBe(0);
  expect(
    (await asOwner(other, (db) => listTimeline(db, theirs, timelineQuery.parse({ show: "meetings" })))).total,
  ).toBe(0);
});

test("in the trash they are a name without a page; deleted for good the word stays as it was written", async () => {
  const [ada, bea] = [await person("Ada T"), await person("Bea T")];
  const id = await log(ada, "With @Bea T", { id: bea, name: "Bea T" });
  await run((db) => trashContact(db, bea));
  expect((await timeline(ada)).entries).toMatchObject([{ id, notes: ["With ", { id: null, name: "Bea T" }] }]);
  await run((db) => restoreContact(db, bea));
  expect((await timeline(bea)).total).toBe(1);
  await run((db) => trashContact(db, bea));
  await run((db) => deleteContact(db, bea));
  expect((await timeline(ada)).entries).toMatchObject([{ id, notes: ["With ", { id: null, name: "Bea T" }] }]);
});

test("merged, the mention is the kept contact's and leads to them; undone, it is the other's again", async () => {
  const [ada, keep, gone] = [await person("Ada M"), await person("Bea Keep"), await person("Bea Gone")];
  const id = await log(ada, "Ask @Bea Gone", { id: gone, name: "Bea Gone" });
  const merge = await run(async (db) => {
    await db.$queryRaw`select lock_standing(${owner}::uuid)::text`;
    const [row] = await db.$queryRaw<
      { memory: object }[]
    >`select merge_contacts(${keep}::uuid, array[${gone}::uuid]) as memory`;
    const kept = await db.contactMerge.create({
      data: {
        ...{ ownerId: owner, contactId: keep, absorbedIds: [gone], absorbedNames: ["Bea Gone"] },
        memory: { ...row?.memory, after: { contact: {}, assessment: null } },
      },
      select: { id: true },
    });
    return kept.id;
  });
  expect((await timeline(keep)).entries).toMatchObject([{ id, notes: ["Ask ", { id: keep, name: "Bea Keep" }] }]);
  await run((db) => db.$queryRaw`select undo_merge(${merge}::uuid)::text`);
  expect((await timeline(gone)).entries).toMatchObject([{ id, notes: ["Ask ", { id: gone, name: "Bea Gone" }] }]);
  expect((await timeline(keep)).entries).toEqual([]);
});

test("a contact made for a log and mentioned since stays when the log is taken back", async () => {
  const id = newOperationKey();
  const made = await run((db) => logInteraction(db, id, { ...what, contactIds: [], newNames: ["Zoë N"], notes: null }));
  const zoe = made.at(-1) ?? "";
  await log(await person("Ada N"), "Through @Zoë N", { id: zoe, name: "Zoë N" });
  await run((db) => undoLog(db, made));
  expect(
    (await run((db) => db.contact.findFirst({ where: { id: zoe }, select: { deletedAt: true } })))?.deletedAt,
  ).toBeNull();
});
