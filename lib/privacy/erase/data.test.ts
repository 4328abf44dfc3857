import { expect, test } from "vitest";
import { createContact } from "@/lib/contacts/data";
import { trashContact } from "@/lib/contacts/trash/data";
import { asOwner, type OwnerDb } from "@/lib/db";
import { getImport, queueImport } from "@/lib/imports/data";
import { startReading } from "@/lib/imports/staging/data";
import { tally } from "@/lib/imports/testing/import-test";
import { connectionsFile, messagesFile } from "@/lib/testing/linkedin-files";
import { findHeld, kindOf, writeHeld } from "../held/data";
import { canaryTest, email, listed, name, neighbours, slug, talks, traced } from "../testing/canary";

const { database, owner, inDb, importFile, upload, undo, contacts, actAs, world, everyRow, idOf, erase } = canaryTest();
const { admin } = database;

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
    ...{ merges: 1, words: 12, events: 1 },
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
      ...[
        "linkedin_fact",
        "note_template",
        "policy_change",
        "queue_choice",
        "recommendation",
        "recommendation_version",
        "removal",
      ],
      ...["saved_view", "support_act", "tag"],
    ].sort(),
  );
  await erase(ada);
  const { rows: views } = await admin.query("select name from saved_view where owner_id = $1", [owner()]);
  expect(views.map((view) => view.name.replace(/ [0-9a-f]{4}$/, "").toLowerCase())).toEqual(Array(3).fill("somebody"));

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
  expect(after.filter(({ row }) => row.includes(neighbours))).toHaveLength(1);
});

test("everything that is held is told as a kind of its own, whatever table it is in", async () => {
  const { ada } = await world();
  const { rows: known } = await admin.query<{ source: string }>(
    `select distinct source from (
       select c.relname::text as source from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'contact_id'
       join pg_attribute o on o.attrelid = c.oid and o.attname = 'owner_id'
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and strpos(pg_get_functiondef('held_about'::regproc), quote_literal(c.relname)) = 0
     ) as tables`,
  );
  const held = await inDb((db) => writeHeld(db, ada, "somebody"));
  const { import_row: _rows, history: _history, ...told } = JSON.parse(held ?? "").held;
  const sources = new Set([...known.map(({ source }) => source), ...Object.keys(told)]);
  expect([...sources].filter((source) => kindOf[source] === undefined)).toEqual([]);
});

test("rows of files that are about others and name the person stay theirs: not handed out, not deleted, fit to be taken back", async () => {
  const files = connectionsFile([
    { first: "Ada", last: "Canarywood", url: `https://www.linkedin.com/in/${slug}`, on: "5 May 2020" },
    { first: "Bo", last: "Control", url: "https://www.linkedin.com/in/bo-control", on: "6 May 2020" },
  ]);
  await importFile(files);
  const office = files.replace("/bo-control,,,", `/bo-control,bo@work.example,Office of ${name},`);
  expect(office).not.toBe(files);
  const changed = await importFile(office);
  const waiting = await upload({
    "Connections.csv": connectionsFile([
      {
        first: "Cy",
        last: "New",
        url: "https://www.linkedin.com/in/cy-new",
        email: "cy@work.example",
        company: `With ${name}`,
        on: "7 May 2020",
      },
      { first: "Ada", last: "Canarywood", url: "https://www.linkedin.com/in/ada-canarywood-4567", on: "8 May 2020" },
    ]),
    "messages.csv": messagesFile([{ from: "Olive Owner", to: ["Cy New"], content: `Dear Cy,\n${name} says hello` }]),
  });
  const ada = await idOf(name);
  const held = await inDb((db) => findHeld(db, ada));
  expect(held).toMatchObject({ named: [{ name: "Bo Control" }], more: 4, canKeepOut: true });
  const written = await inDb((db) => writeHeld(db, ada, "somebody"));
  expect(written).not.toMatch(/work\.example|cy-new|4567/);

  await erase(ada);
  const { rows } = await admin.query(
    "select fields->>'fullName' as name, fields->>'company' as company, fields->>'notes' as notes from import_row where owner_id = $1 and batch_id = $2 order by file, line",
    [owner(), waiting.id],
  );
  expect(rows).toEqual([
    { name: "Cy New", company: "With somebody", notes: null },
    { name, company: null, notes: null }, // somebody else of the name, with an address of their own
    { name: null, company: null, notes: "Dear Cy,\nsomebody says hello" },
  ]);
  expect(await contacts()).toMatchObject([{ fullName: "Bo Control", company: "Office of somebody" }]);
  await undo(changed.id);
  expect(await contacts()).toMatchObject([{ fullName: "Bo Control", company: null, points: [] }]);
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
  expect(await run((db) => findHeld(db, ada))).toMatchObject({ unclear: ["Ann Lee"], named: [], canKeepOut: false });
  await erase(ada, { typed: " Ann  Lee " });
  const { rows } = await admin.query("select id, notes from contact where owner_id = $1", [owner()]);
  expect(rows).toEqual([{ id: bo, notes: "Ann Lee herself" }]);
});

test("who is named in more places than the page lists hears in how many", async () => {
  const ada = await inDb((db) => createContact(db, { fullName: name, linkedIn: [slug] }));
  await admin.query(
    "insert into contact (owner_id, full_name, notes) select $1, 'Friend ' || n, $2 from generate_series(1, 23) as n",
    [owner(), `Knows ${name}`],
  );
  const held = await inDb((db) => findHeld(db, ada));
  expect(held?.named).toHaveLength(20);
  expect(held).toMatchObject({ more: 3, canKeepOut: true });
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
  const reading = await inDb((db) => startReading(db, "more.csv"));
  await expect(erase(ada)).rejects.toThrow("importRunning");
  const mine = owner();
  actAs(await database.newOwner());
  await expect(erase(ada)).rejects.toThrow("notFound");
  expect(await inDb((db) => findHeld(db, ada))).toBeNull();
  expect(await inDb((db) => writeHeld(db, ada, "somebody"))).toBeNull();
  expect(await asOwner(mine, (db) => db.contact.count())).toBe(2);

  actAs(mine);
  // An upload that broke off long ago comes to no end.
  await admin.query(
    "update import_batch set created_at = now() - interval '61 minutes' where owner_id = $1 and id = $2",
    [mine, reading],
  );
  await erase(ada);
  expect(await inDb((db) => db.importBatch.count({ where: { state: "READING" } }))).toBe(0);
});
