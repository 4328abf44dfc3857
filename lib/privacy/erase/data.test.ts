import { afterAll, beforeAll, expect, test } from "vitest";
import { noteEvent } from "@/lib/audit/data";
import { createContact, updateContact } from "@/lib/contacts/data";
import { trashContact } from "@/lib/contacts/trash/data";
import { asOwner, type OwnerDb } from "@/lib/db";
import { mergePeople } from "@/lib/duplicates/merge/data";
import { readCandidates } from "@/lib/duplicates/review/data";
import { getImport, queueImport } from "@/lib/imports/data";
import { importTest, tally } from "@/lib/imports/testing/import-test";
import { logInteraction } from "@/lib/interactions/data";
import { sendJob, stopJobs } from "@/lib/jobs";
import { newOperationKey } from "@/lib/operation-key";
import { connectionsFile, messagesFile } from "@/lib/testing/linkedin-files";
import { prepareJobs } from "@/scripts/database/jobs";
import { findHeld, writeHeld } from "../held/data";
import { erasePerson } from "./data";

const { database, owner, inDb, upload, importFile, undo, contacts, actAs } = importTest();
const { admin } = database;
beforeAll(() => prepareJobs(database.adminUrl));
afterAll(stopJobs);

const name = "Ada Canarywood";
const slug = "ada-canarywood";
const email = "ada.canary@home.example";
/** Whatever of these is left anywhere is a trace of hers. */
const traces = ["canary", "zebrafinch", "99 88 77 66", "99887766"];

const me = "Olive Owner";
const listed = connectionsFile([
  {
    first: "Ada",
    last: "Canarywood",
    url: `https://www.linkedin.com/in/${slug}`,
    email,
    company: "Zebrafinch Ltd",
    on: "5 May 2020",
  },
  { first: "Bo", last: "Control", url: "https://www.linkedin.com/in/bo-control", on: "6 May 2020" },
]);
const talks = messagesFile([
  { from: me, to: [name], content: "Dear Ada, about the zebrafinch" },
  { from: name, to: [me], content: "Thank you for the zebrafinch" },
  { from: me, to: [name, "Bo Control"], conversation: "group", content: "Dear Ada Canarywood and Bo" },
  { from: me, to: ["Bo Control"], content: "Bo, this is ours" },
]);

const met = {
  ...{ newNames: [], names: [], kind: "IN_PERSON" as const, direction: "JOINT" as const, depth: "NORMAL" as const },
  ...{ groupSize: null, followUpTitle: null, followUpDue: null, occurredAt: "2026-11-20T12:00:00.000Z" },
};

const insert = async (sql: string, ...values: unknown[]) =>
  (await admin.query(`insert into ${sql}`, [owner(), ...values])).rows[0]?.id as string;
const idOf = async (fullName: string) =>
  (await admin.query("select id from contact where owner_id = $1 and full_name = $2", [owner(), fullName])).rows[0]
    ?.id as string;

/** Ada in every table that can hold her, beside people who have nothing to do with it. */
async function world() {
  await importFile({ "Connections.csv": listed, "messages.csv": talks });
  const mended = listed.replace("5 May 2020", "no day");
  await importFile({ "Connections.csv": mended });
  const [ada, bo] = [await idOf(name), await idOf("Bo Control")];
  const twin = await inDb((db) =>
    createContact(db, {
      fullName: "A. Canarywood-Twin",
      emails: ["twin.canary@home.example"],
      notes: "zebrafinch twin",
    }),
  );
  const cy = await inDb((db) =>
    createContact(db, { fullName: "Cy Silent", notes: "Knows nobody", tags: ["Quiet", "Shared"] }),
  );
  await inDb(async (db) => {
    const people = [ada, twin];
    const seen = (await readCandidates(db, people)).map(({ id, version }) => `${id} ${version}`);
    await mergePeople(db, { people, seen, choices: {} });
  });
  await inDb(async (db) => {
    const { version } = await db.contact.findUniqueOrThrow({
      where: { ownerId_id: { ownerId: db.owner, id: ada } },
      select: { version: true },
    });
    const facts = {
      fullName: name,
      notes: "Keeps a zebrafinch",
      company: "Zebrafinch Ltd",
      howWeMet: "zebrafinch fair",
    };
    await updateContact(db, ada, version, {
      ...{
        headline: null,
        position: null,
        location: null,
        expertise: null,
        geographicBarrier: null,
        doNotConnect: false,
      },
      ...{ connectionStatus: "CONNECTED", connectedOn: "2020-05-05", tags: ["Zebrafinch keepers", "Shared"] },
      ...{ linkedIn: [slug], emails: [email], phones: ["+47 99 88 77 66"], links: [] },
      ...facts,
    });
  });
  const log = (contactIds: string[], notes: string, mentions: { id: string; name: string }[] = []) =>
    inDb((db) => logInteraction(db, newOperationKey(), { ...met, contactIds, notes, mentions }));
  await log([ada], "Her zebrafinch sang");
  await log([ada, bo], "Dinner with Ada Canarywood and Bo");
  await log([bo], `Ask @${name} (${email}, 0047 99 88 77 66 or +4799887766) about it`, [{ id: ada, name }]);
  await log([bo], "Nothing of the kind");
  const her = [ada];
  await insert(
    "credential_check (owner_id, contact_id, finding, kind, claim, note) values ($1, $2, 'SUPPORTS', 'BACKGROUND', 'zebrafinch', 'canary')",
    ...her,
  );
  await insert(
    "assessment (owner_id, contact_id, goal, common_ground) values ($1, $2, 'zebrafinch', '{canary}')",
    ...her,
  );
  await insert("assessment (owner_id, contact_id, goal) values ($1, $2, $3)", bo, `An introduction to ${name}`);
  await insert(
    "support_act (owner_id, contact_id, direction, kind, note) values ($1, $2, 'GIVEN', 'ADVICE', 'canary')",
    ...her,
  );
  await insert(
    "support_act (owner_id, contact_id, direction, kind, introduced_contact_id, note) values ($1, $2, 'GIVEN', 'INTRODUCTION', $3, $4)",
    bo,
    ada,
    `To ${name}`,
  );
  await insert(
    "invitation (owner_id, contact_id, direction, status, note) values ($1, $2, 'OUTGOING', 'SENT', 'zebrafinch')",
    ...her,
  );
  const recommendation = await insert(
    "recommendation (owner_id, contact_id, direction, text) values ($1, $2, 'GIVEN', 'zebrafinch') returning id",
    ...her,
  );
  await insert("recommendation_version (owner_id, recommendation_id, text) values ($1, $2, 'canary')", recommendation);
  await insert("follow_up (owner_id, contact_id, title, due_on) values ($1, $2, 'zebrafinch', now())", ...her);
  await insert("follow_up (owner_id, contact_id, title, due_on) values ($1, $2, $3, now())", bo, `Ask about ${name}`);
  await insert("queue_choice (owner_id, contact_id, reason) values ($1, $2, 'zebrafinch')", ...her);
  await insert("removal (owner_id, contact_id, reason) values ($1, $2, 'zebrafinch')", ...her);
  await insert("intro_test (owner_id, contact_id, answer, before_can_say) values ($1, $2, 'NO', 'zebrafinch')", ...her);
  await insert("cadence (owner_id, contact_id, every, unit) values ($1, $2, 6, 'WEEK')", ...her);
  await insert("saved_view (owner_id, name, query) values ($1, $2, $3)", name, `"${name}"`);
  await insert("note_template (owner_id, name, text) values ($1, 'Short', $2)", `As ${name} says`);
  await insert(
    "bulk_change (owner_id, kind, contact_ids, tag) values ($1, 'TAG', array[$2::uuid, $3::uuid], $4)",
    ada,
    bo,
    JSON.stringify({ name: `For ${name}` }),
  );
  await insert(
    "distinct_pair (owner_id, contact_id, other_id, distinct_at) values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), now())",
    ada,
    newOperationKey(),
  );
  await insert(
    "duplicate_pair (owner_id, contact_id, other_id, score, reasons) values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), 60, '{}')",
    ada,
    bo,
  );
  await insert(
    "contact_merge (owner_id, contact_id, absorbed_ids, absorbed_names, undone_at) values ($1, $2, array[$3::uuid], array['Canary'], now())",
    cy,
    ada,
  );
  await insert("sample_contact values ($1, $2)", ...her);
  await inDb((db) => noteEvent(db, "contacts.update", "contact", [ada]));
  await sendJob("duplicates", { owner: owner() });
  const waiting = await upload({
    "Connections.csv": listed.replace("Ltd", "Inc"),
    "messages.csv": talks.replace("about", "and about"),
  });
  return { ada, bo, cy, waiting: waiting.id };
}

type Row = { table: string; row: string };

/** Every row of the owner's in every table, the background jobs' among them. */
async function everyRow(): Promise<Row[]> {
  const { rows: tables } = await admin.query<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)' and c.relname not like '\\_prisma%' order by 1`);
  const all: Row[] = [];
  for (const { name: table } of tables) {
    const { rows } = await admin.query<{ row: string }>(
      `select to_jsonb(t)::text as row from ${table} t where strpos(to_jsonb(t)::text, $1) > 0`,
      [owner()],
    );
    all.push(...rows.map(({ row }) => ({ table, row })));
  }
  return all;
}

const traced = ({ row }: Row) => traces.some((trace) => row.toLowerCase().includes(trace));
const erase = (id: string, { typed = name, out = false } = {}) =>
  inDb((db) => erasePerson(db, id, { typed, instead: "somebody", out }));

test("everything held is found, and written out without naming anybody else; erased, no trace is left in any column of any table, and all else is as it was", async () => {
  const { ada } = await world();
  const held = await inDb((db) => findHeld(db, ada));
  const counts = Object.fromEntries(held?.held.map(({ kind, count }) => [kind, count]) ?? []);
  expect(counts).toMatchObject({
    ...{
      contact: 1,
      points: 3,
      tags: 2,
      interactions: 3,
      shared: 2,
      mentions: 1,
      followUps: 1,
      checks: 1,
      assessment: 1,
    },
    ...{ invitations: 1, recommendations: 2, support: 1, introduced: 1, connections: 4, standing: 1, duplicates: 2 },
    ...{ merges: 1, words: 9, events: 1 },
  });
  expect(counts.imports).toBeGreaterThan(6);
  expect(held?.named.map((named) => named.name)).toContain("Bo Control");

  const written = await inDb((db) => writeHeld(db, ada, "somebody"));
  const document = JSON.parse(written ?? "");
  expect(document).toMatchObject({ format: "vouch-person", version: 1, name });
  expect(document.held.contact).toMatchObject([{ full_name: name, notes: expect.stringContaining("zebrafinch") }]);
  expect(document.held.interaction.map((row: { others: number }) => row.others).sort()).toEqual([0, 0, 0, 1, 1]);
  expect(document.held.mention).toMatchObject([{ notes: expect.stringContaining(`Ask @${name} (`) }]);
  expect(document.held.follow_up).toHaveLength(1);
  expect(written).not.toMatch(/owner_id"|Cy Silent/);

  await inDb((db) => trashContact(db, ada)); // also from the trash
  const before = await everyRow();
  const where = new Set(before.filter(traced).map(({ table }) => table));
  // It would show nothing where there was nothing.
  expect([...where].sort()).toEqual(
    [
      ...[
        "assessment",
        "bulk_change",
        "contact",
        "contact_merge",
        "contact_point",
        "contact_search",
        "credential_check",
      ],
      ...["follow_up", "import_person", "import_row", "interaction", "intro_test", "invitation", "linkedin_alias"],
      ...["linkedin_fact", "note_template", "queue_choice", "recommendation", "recommendation_version", "removal"],
      ...["saved_view", "support_act", "tag"],
    ].sort(),
  );
  await erase(ada);

  const after = await everyRow();
  expect(after.filter(traced)).toEqual([]);
  // Ids are kept by the log alone.
  expect([...new Set(after.filter(({ row }) => row.includes(ada)).map(({ table }) => table))].sort()).toEqual([
    "audit_event",
    "contact_merge",
  ]);

  const left = new Map<string, number>();
  for (const { table, row } of after) left.set(`${table} ${row}`, (left.get(`${table} ${row}`) ?? 0) + 1);
  const missing = before.filter((was) => {
    const key = `${was.table} ${was.row}`;
    const there = left.get(key) ?? 0;
    if (there > 0) left.set(key, there - 1);
    return there === 0 && !traced(was) && !was.row.includes(ada);
  });
  // Only what counts how many people and rows there are: Bo's standing is the same, bit for bit.
  const counting = ["import_batch", "import_file", "standing_tally"];
  expect(missing.filter(({ table }) => !counting.includes(table))).toEqual([]);
});

test("what others took part in stays theirs; imports say how many of their rows are gone, can be undone, and one that waits won’t bring the person", async () => {
  const { ada, bo, waiting } = await world();
  await erase(ada);
  const { rows } = await admin.query(
    `select i.notes, i.group_size, i.version from interaction i join interaction_contact x on x.owner_id = i.owner_id and x.interaction_id = i.id
     where i.owner_id = $1 and x.contact_id = $2 and i.kind = 'IN_PERSON' order by i.notes`,
    [owner(), bo],
  );
  expect(rows).toEqual([
    {
      notes: "Ask somebody (somebody, somebody or somebody) about it",
      group_size: null,
      version: expect.any(Number),
    },
    { notes: "Dinner with somebody and Bo", group_size: 2, version: expect.any(Number) },
    { notes: "Nothing of the kind", group_size: null, version: 1 },
  ]);
  const { rows: kept } = await admin.query("select goal from assessment where owner_id = $1", [owner()]);
  expect(kept).toEqual([{ goal: "An introduction to somebody" }]);
  expect((await admin.query("select name from tag where owner_id = $1 order by 1", [owner()])).rows).toEqual([
    { name: "Quiet" },
    { name: "Shared" },
  ]);

  const batches = await inDb((db) =>
    db.importBatch.findMany({ select: { id: true, rowsErased: true, state: true }, orderBy: { createdAt: "asc" } }),
  );
  expect(batches.map(({ rowsErased, state }) => [rowsErased, state])).toEqual([
    [3, "DONE"],
    [1, "DONE"],
    [3, "PREVIEW"],
  ]);
  const preview = await inDb((db) => getImport(db, waiting));
  expect(preview && tally(preview, "CONNECTIONS")).toEqual({ "MATCHED unchanged": 1 });
  await inDb((db) => queueImport(db, waiting));
  const undone = await undo(batches[0]?.id ?? "");
  expect(undone.state).toBe("UNDONE");
  expect((await contacts()).map(({ fullName }) => fullName)).not.toContain(name);
});

test("without a word an import brings them back; kept out, it leaves them out and counts them", async () => {
  await importFile({ "Connections.csv": listed, "messages.csv": talks });
  await erase(await idOf(name));
  await importFile(listed);
  expect((await contacts()).map(({ fullName }) => fullName)).toContain(name);

  await erase(await idOf(name), { out: true });
  const again = await importFile({ "Connections.csv": listed, "messages.csv": talks });
  expect((await contacts()).map(({ fullName }) => fullName)).toEqual(["Bo Control"]);
  expect(tally(again, "CONNECTIONS")).toEqual({ "MATCHED unchanged": 1, "SKIPPED erased": 1 });
  expect(tally(again, "MESSAGES")).toMatchObject({ "SKIPPED erased": 2 });
  const rows = (await everyRow()).filter(traced);
  expect(rows).toEqual([]);
  // By e-mail alone, in a table from elsewhere.
  const book = await importFile({
    "Contacts.csv": `Source,FirstName,LastName,Companies,Title,Emails\nx,A.,C.,,,${email.toUpperCase()}\n`,
  });
  expect(tally(book)).toEqual({ "SKIPPED erased": 1 });
  // Typed in again, they are somebody again.
  await inDb((db) => createContact(db, { fullName: "Ada again", linkedIn: [slug] }));
  expect(tally(await importFile(listed))).not.toHaveProperty("SKIPPED erased");
});

test("a name that may be somebody else's stays where others' notes say it", async () => {
  const run = <T>(work: (db: OwnerDb) => Promise<T>) => inDb(work);
  const [ada, bo] = [
    await run((db) => createContact(db, { fullName: "Ann Lee" })),
    await run((db) => createContact(db, { fullName: "Ann Lee", notes: "Ann Lee herself" })),
  ];
  expect(await run((db) => findHeld(db, ada))).toMatchObject({ unclear: ["Ann Lee"], named: [] });
  await erase(ada, { typed: " Ann  Lee " });
  const { rows } = await admin.query("select id, notes from contact where owner_id = $1", [owner()]);
  expect(rows).toEqual([{ id: bo, notes: "Ann Lee herself" }]);
});

test("another name, another's contact, or an import under way: nothing is erased", async () => {
  await importFile(listed);
  const ada = await idOf(name);
  await expect(erase(ada, { typed: "Ada" })).rejects.toThrow("otherName");
  const client = await admin.connect();
  await client.query("begin");
  await client.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`import:${owner()}`]);
  await expect(erase(ada)).rejects.toThrow("importRunning");
  await client.query("rollback");
  client.release();
  const mine = owner();
  actAs(await database.newOwner());
  await expect(erase(ada)).rejects.toThrow("notFound");
  expect(await inDb((db) => findHeld(db, ada))).toBeNull();
  expect(await inDb((db) => writeHeld(db, ada, "somebody"))).toBeNull();
  expect(await asOwner(mine, (db) => db.contact.count())).toBe(2);
});
