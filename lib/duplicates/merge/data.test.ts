// On real Postgres: whatever the two have, one contact has all of it, and undoing brings back every row as it was.
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { createContact } from "@/lib/contacts/data";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { testDatabase } from "@/lib/testing/database";
import { addReadyContact } from "@/lib/testing/ready-contact";
import { writeHistory } from "@/prisma/sql/history";
import { randomHistory } from "@/prisma/sql/random-history";
import { keptAndRebuilt } from "@/prisma/sql/rebuild";
import { listDecisions } from "../decisions/data";
import { markDistinct, readCandidates } from "../review/data";
import type { Choices } from "../schema";
import { mergePeople, undoMerge, whoIsNow } from "./data";

const database = testDatabase();
const { admin } = database;
let owner: OwnerId;
beforeEach(async () => {
  owner = await database.newOwner();
});
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);

/** The first stays. */
const merge = (people: string[], choices: Choices = {}) =>
  run(async (db) => {
    const seen = (await readCandidates(db, people)).map(({ id, version }) => `${id} ${version}`);
    return mergePeople(db, { people, seen, choices });
  });
const merges = async () =>
  (await run((db) => listDecisions(db, { limit: 10 }))).decisions.flatMap((decision) =>
    "merge" in decision ? [decision.merge] : [],
  );
const undo = (id: string) => run((db) => undoMerge(db, id));
const refusal = (code: string) => expect.objectContaining({ constructor: Refusal, code });

/** Every row of the owner in every table, but for what follows from them later and the versions of contacts, which only grow. */
async function everything(): Promise<Record<string, unknown[]>> {
  const { rows: tables } = await admin.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'owner_id'
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and c.relname not in ('contact_merge', 'duplicate_queue', 'duplicate_trait', 'audit_event') order by 1`);
  const state: Record<string, unknown[]> = {};
  for (const { name } of tables) {
    const { rows } = await admin.query<{ row: string }>(
      `select (to_jsonb(t)${name === "contact" ? " - 'version'" : ""})::text as row from ${name} t
       where owner_id = $1 ${name === "standing_tally" ? "and contacts <> 0" : ""} order by 1`,
      [owner],
    );
    state[name] = rows.map(({ row }) => row);
  }
  return state;
}

const allIn = async (table: string, contact: string) =>
  (await admin.query(`select * from ${table} where owner_id = $1 and contact_id = $2`, [owner, contact])).rows;

/** Two or three people with something of everything, much of it shared. */
async function twins(): Promise<[string, string, string]> {
  const make = (fullName: string, slug: string, phone: string) =>
    run((db) =>
      createContact(db, {
        fullName,
        company: "Brightwell",
        howWeMet: `As ${fullName}`,
        linkedIn: [slug],
        emails: ["lena@brightwell.example", `${slug}@home.example`],
        phones: [phone],
        tags: ["Energy", slug],
      }),
    );
  const ready = await run((db) => addReadyContact(db, "Lena Okafor"));
  const ids: [string, string, string] = [
    ready,
    await make("L. Okafor", "lena-o", "+47 91234567"),
    await make("Lena A. Okafor", "lena-a", "0047 912 34 567"),
  ];
  await run(async (db) => {
    const ownerId = db.owner;
    const { interactionId } = (await db.interactionContact.findFirst({
      where: { ownerId, contactId: ids[0] },
      select: { interactionId: true },
    })) ?? { interactionId: "" };
    await db.interactionContact.createMany({ data: [{ ownerId, interactionId, contactId: ids[1] }] });
    const { id: batchId } = await db.importBatch.create({
      data: { ownerId, fileName: "Connections.csv" },
      select: { id: true },
    });
    for (const contactId of ids.slice(1)) {
      await db.linkedinFact.create({ data: { ownerId, contactId, company: contactId }, select: { company: true } });
      await db.importMissing.create({ data: { ownerId, batchId, contactId }, select: { batchId: true } });
      await db.supportAct.create({
        data: { ownerId, contactId, direction: "GIVEN", kind: "ADVICE" },
        select: { id: true },
      });
      await db.invitation.create({
        data: { ownerId, contactId, direction: "OUTGOING", status: "WITHDRAWN", answeredAt: new Date() },
        select: { id: true },
      });
      await db.recommendation.create({
        data: { ownerId, contactId, direction: "GIVEN", work: "The catalogue" },
        select: { id: true },
      });
      await db.followUp.create({
        data: { ownerId, contactId, title: "Call", dueOn: new Date() },
        select: { id: true },
      });
      await db.credentialCheck.create({
        data: { ownerId, contactId, kind: "EXPERTISE", finding: "CONCERN", sourceName: " Ben " },
        select: { id: true },
      });
      await db.assessment.create({
        data: { ownerId, contactId, goal: `Goal of ${contactId}`, commonGround: ["Climbing", contactId] },
        select: { version: true },
      });
    }
  });
  return ids;
}

test("everything of everybody becomes one contact's, once, and the standing is what a rebuild gives", async () => {
  const [keep, ...gone] = await twins();
  await merge([keep, ...gone]);
  const counts: Record<string, number> = {};
  for (const table of [
    "interaction_contact",
    "credential_check",
    "support_act",
    "invitation",
    "recommendation",
    "follow_up",
    "linkedin_alias",
    "contact_point",
    "contact_tag",
    "assessment",
    "linkedin_fact",
    "import_missing",
  ]) {
    counts[table] = (await allIn(table, keep)).length;
    for (const one of gone) expect(await allIn(table, one), table).toEqual([]);
  }
  expect(counts).toEqual({
    interaction_contact: 2,
    credential_check: 4,
    support_act: 2,
    invitation: 2,
    recommendation: 2,
    follow_up: 2,
    linkedin_alias: 2,
    contact_point: 5 - 1,
    contact_tag: 3,
    assessment: 1,
    linkedin_fact: 1,
    import_missing: 1,
  });
  const { kept, rebuilt } = await keptAndRebuilt(admin, owner);
  expect(kept).toEqual(rebuilt);
  expect(await run((db) => whoIsNow(db, gone[0] ?? ""))).toBe(keep);
});

test("undone, every table and every standing is as it was, bit for bit", async () => {
  const [keep, ...gone] = await twins();
  await run((db) => markDistinct(db, [gone[0] ?? "", keep]));
  const before = await everything();
  const id = await merge([keep, ...gone]);
  expect(await everything()).not.toEqual(before);
  await undo(id);
  expect(await everything()).toEqual(before);
  expect(await merges()).toMatchObject([{ id, kept: [], undoneAt: expect.any(String) }]);
  await expect(undo(id)).rejects.toEqual(refusal("notFound"));
});

test("the same for any history, through merges of merges", { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(randomHistory(Date.now()), fc.boolean(), async (history, atOnce) => {
      fc.pre(history.contacts.length > 1);
      owner = await database.newOwner();
      await writeHistory(admin, owner, history);
      const before = await everything();
      const [first = "", second = "", third] = history.contacts.map(({ id }) => id);
      const done =
        third === undefined || atOnce
          ? [await merge([first, second, ...(third ? [third] : [])])]
          : [await merge([second, first]), await merge([third, second])];
      const { kept, rebuilt } = await keptAndRebuilt(admin, owner);
      expect(kept).toEqual(rebuilt);
      for (const id of done.reverse()) await undo(id);
      expect(await everything()).toEqual(before);
    }),
    { numRuns: 25 },
  );
});

test("the fields are chosen one by one; what isn't chosen is proposed", async () => {
  const [keep, second, third] = await twins();
  await merge([keep, second, third], { fullName: second, howWeMet: "all", assessment: third });
  const [contact] = await run((db) => readCandidates(db, [keep]));
  expect(contact).toMatchObject({
    fullName: "L. Okafor",
    company: "Brightwell",
    howWeMet: "Data quality workshop in Leeds\n\nAs L. Okafor\n\nAs Lena A. Okafor",
    assessment: { goal: `Goal of ${third}` },
  });
});

test("what was edited since stays as edited and is listed; what was added stays with the one who stayed", async () => {
  const [keep, gone] = await twins();
  const id = await merge([keep, gone]);
  const [check] = await allIn("credential_check", keep).then((rows) =>
    rows.filter(({ source_name }) => source_name === " Ben "),
  );
  await run(async (db) => {
    const ownerId = db.owner;
    const key = { ownerId_id: { ownerId, id: keep } };
    await db.credentialCheck.update({
      where: { ownerId_id: { ownerId, id: check.id } },
      data: { note: "Asked again" },
      select: { id: true },
    });
    await db.followUp.deleteMany({ where: { ownerId, contactId: keep } });
    await db.contact.update({
      where: key,
      data: { howWeMet: "Another story", version: { increment: 1 } },
      select: { id: true },
    });
    await db.assessment.update({
      where: { ownerId_contactId: { ownerId, contactId: keep } },
      data: { goal: "A new one", version: { increment: 1 } },
      select: { goal: true },
    });
    await db.supportAct.create({
      data: { ownerId, contactId: keep, direction: "RECEIVED", kind: "REFERRAL" },
      select: { id: true },
    });
  });
  await undo(id);
  const [merged] = await merges();
  expect(merged?.kept).toEqual([
    { what: "credential_check", how: "edited", count: 1 },
    { what: "follow_up", how: "gone", count: 1 },
    { what: "contact", how: "edited", fields: ["how_we_met"] },
    { what: "assessment", how: "edited", count: 1 },
  ]);
  expect(await allIn("credential_check", gone)).toMatchObject([{ id: check.id, note: "Asked again" }]);
  expect(await allIn("support_act", keep)).toMatchObject([{ direction: "RECEIVED" }]);
  expect(await allIn("assessment", gone)).toMatchObject([{ goal: `Goal of ${gone}` }]);
  const people = await run((db) => readCandidates(db, [keep, gone]));
  expect(people).toMatchObject([
    { fullName: "Lena Okafor", howWeMet: "Another story", assessment: { goal: "A new one" } },
    { fullName: "L. Okafor", howWeMet: "As L. Okafor" },
  ]);
});

test("who isn't the merged contact is none of those it was made of, also once they are apart again", async () => {
  const [keep, gone, third] = await twins();
  const id = await merge([keep, gone]);
  await run((db) => markDistinct(db, [keep, third]));
  await undo(id);
  const { rows } = await admin.query<{ ids: string[] }>(
    "select array[contact_id, other_id] as ids from duplicate_pair where owner_id = $1 and distinct_at is not null",
    [owner],
  );
  expect(rows.map(({ ids }) => ids.sort()).sort()).toEqual([[keep, third].sort(), [gone, third].sort()].sort());
});

test("the later of two merges is undone first", async () => {
  const [keep, second, third] = await twins();
  const [earlier, later] = [await merge([keep, second]), await merge([keep, third])];
  await expect(undo(earlier)).rejects.toEqual(refusal("undoLater"));
  await undo(later);
  await undo(earlier);
});

test("who isn't as the form showed them is not merged, nor somebody twice, and nothing is written", async () => {
  const [keep, second] = await twins();
  const seen = await run(async (db) =>
    (await readCandidates(db, [keep, second])).map(({ id, version }) => `${id} ${version}`),
  );
  const before = await everything();
  const attempt = (people: string[], as = seen) => run((db) => mergePeople(db, { people, seen: as, choices: {} }));
  await expect(attempt([keep, second], [`${keep} 1`, `${second} 7`])).rejects.toEqual(refusal("changedElsewhere"));
  await expect(attempt([keep, keep])).rejects.toEqual(refusal("changedElsewhere"));
  await expect(attempt([keep, randomUUID()])).rejects.toEqual(refusal("changedElsewhere"));
  expect(await everything()).toEqual(before);
  const [first] = await Promise.allSettled([attempt([keep, second]), attempt([keep, second])]).then((all) =>
    all.filter(({ status }) => status === "fulfilled"),
  );
  expect(first).toBeDefined();
  await expect(attempt([keep, second])).rejects.toEqual(refusal("changedElsewhere"));
});

test("another owner's contact isn't merged, another owner's merge isn't undone", async () => {
  const [keep, second] = await twins();
  const id = await merge([keep, second]);
  const mine = owner;
  owner = await database.newOwner();
  const [theirs] = await twins();
  await expect(merge([theirs, keep])).rejects.toEqual(refusal("changedElsewhere"));
  await expect(undo(id)).rejects.toEqual(refusal("notFound"));
  owner = mine;
  expect(await merges()).toMatchObject([{ id, undoneAt: null }]);
});

test("whatever points to a contact is moved, or follows by itself", async () => {
  const { rows } = await admin.query<{ name: string }>(
    "select distinct conrelid::regclass::text as name from pg_constraint where contype = 'f' and confrelid = 'contact'::regclass",
  );
  const { rows: moved } = await admin.query<{ name: string }>("select source as name from contact_belongings()");
  const otherwise = [
    "assessment",
    "contact_search",
    "contact_standing",
    "duplicate_pair",
    "duplicate_queue",
    "duplicate_trait",
  ];
  expect(rows.map(({ name }) => name).sort()).toEqual([...moved.map(({ name }) => name), ...otherwise].sort());
});
