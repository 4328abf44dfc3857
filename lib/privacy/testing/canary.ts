// Ada, who is in every table that can hold somebody, and words of hers by which a trace of her is known.
import { afterAll, beforeAll } from "vitest";
import { noteEvent } from "@/lib/audit/data";
import { createContact, updateContact } from "@/lib/contacts/data";
import { mergePeople } from "@/lib/duplicates/merge/data";
import { readCandidates } from "@/lib/duplicates/review/data";
import { importTest } from "@/lib/imports/testing/import-test";
import { logInteraction } from "@/lib/interactions/data";
import { sendJob, stopJobs } from "@/lib/jobs";
import { newOperationKey } from "@/lib/operation-key";
import { connectionsFile, messagesFile } from "@/lib/testing/linkedin-files";
import { prepareJobs } from "@/scripts/database/jobs";
import { erasePerson } from "../erase/data";

export const name = "Ada Canarywood";
export const slug = "ada-canarywood";
export const email = "ada.canary@home.example";
/** Whatever of these is left anywhere is a trace of hers. */
const traces = ["canary", "zebrafinch", "99 88 77 66", "99887766"];

const me = "Olive Owner";
export const listed = connectionsFile([
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
export const talks = messagesFile([
  { from: me, to: [name], content: "Dear Ada, about the zebrafinch" },
  { from: name, to: [me], content: "Thank you for the zebrafinch" },
  { from: me, to: [name, "Bo Control"], conversation: "group", content: "Dear Ada Canarywood and Bo" },
  { from: me, to: ["Bo Control"], content: "Bo, this is ours" },
]);

const met = {
  ...{ newNames: [], names: [], kind: "IN_PERSON" as const, direction: "JOINT" as const, depth: "NORMAL" as const },
  ...{ groupSize: null, followUpTitle: null, followUpDue: null, occurredAt: "2026-11-20T12:00:00.000Z" },
};

type Row = { table: string; row: string };

/** Others who have something of hers within something of theirs: another name, slug, e-mail, phone number. */
const mary = "01900000-0000-7000-8000-00000000000a";
const lund = "01900000-0000-7000-8000-00000000000b";
export const neighbours =
  "Mary Ada Canarywood, Ada Canarywood-Lund, in/ada-canarywood-4567, mary.ada.canary@home.example, +1 47 99 88 77 66";
/** Merged into somebody else, who can be parted from them again. */
const elder = "01900000-0000-7000-8000-00000000000c";
const theirs = [mary, lund, elder, "ada-canarywood-4567"];

/** Whether a trace of hers is in the row, and it isn't a row of her neighbours. */
export const traced = ({ row }: Row) =>
  traces.some((trace) => row.toLowerCase().includes(trace)) && !theirs.some((mark) => row.includes(mark));

/** Call at the top of a test file. */
export function canaryTest() {
  const tests = importTest();
  const { database, owner, inDb, upload, importFile } = tests;
  const { admin } = database;
  beforeAll(() => prepareJobs(database.adminUrl));
  afterAll(stopJobs);

  const insert = async (sql: string, ...values: unknown[]) =>
    (await admin.query(`insert into ${sql}`, [owner(), ...values])).rows[0]?.id as string;
  const idOf = async (fullName: string) =>
    (await admin.query("select id from contact where owner_id = $1 and full_name = $2", [owner(), fullName])).rows[0]
      ?.id as string;

  async function addNeighbours() {
    for (const [id, fullName, slug] of [
      [mary, "Mary Ada Canarywood", "ada-canarywood-4567"],
      [lund, "Ada Canarywood-Lund", "mary-ada-canarywood"],
    ]) {
      await insert("contact (owner_id, id, full_name) values ($1, $2, $3)", id, fullName);
      await insert("linkedin_alias (owner_id, contact_id, slug) values ($1, $2, $3)", id, slug);
    }
    await insert(
      `contact_point (owner_id, contact_id, kind, value, normalised) values
         ($1, $2, 'EMAIL', 'Mary.Ada.Canary@home.example', 'mary.ada.canary@home.example'),
         ($1, $2, 'PHONE', '+1 47 99 88 77 66', '+14799887766'),
         ($1, $2, 'URL', 'https://fans.example/ada-canarywood', 'https://fans.example/ada-canarywood')`,
      mary,
    );
    await insert("note_template (owner_id, name, text) values ($1, 'Neighbours', $2)", neighbours);
  }

  /** What an import of messages knows somebody by, besides what they are called today. */
  async function addImportedPeople(ada: string) {
    for (const [key, fullName, id] of [
      ["urn:li:member:7", "Ada Zebrafinch", ada],
      ["mailto:old.canary@home.example", "Ada", ada],
      ["name:mary ada canarywood", "Mary Ada Canarywood", mary],
      ["ada-canarywood-4567", "Mary Ada Canarywood", mary],
    ])
      await insert(
        `import_person (owner_id, batch_id, key, person, full_name, contact_id)
         select $1, id, $2, $2, $3, $4 from import_batch where owner_id = $1 order by id limit 1`,
        key,
        fullName,
        id,
      );
  }

  /** Ada in every table that can hold her, beside people who have nothing to do with it. */
  async function world() {
    await importFile({ "Connections.csv": listed, "messages.csv": talks });
    const mended = listed.replace("5 May 2020", "no day");
    await importFile({ "Connections.csv": mended });
    const [ada, bo] = [await idOf(name), await idOf("Bo Control")];
    await addNeighbours();
    await addImportedPeople(ada);
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
    await insert(
      "recommendation_version (owner_id, recommendation_id, text) values ($1, $2, 'canary')",
      recommendation,
    );
    await insert("follow_up (owner_id, contact_id, title, due_on) values ($1, $2, 'zebrafinch', now())", ...her);
    await insert("follow_up (owner_id, contact_id, title, due_on) values ($1, $2, $3, now())", bo, `Ask about ${name}`);
    await insert(
      "follow_up (owner_id, contact_id, title, due_on) values ($1, $2, $3, now())",
      bo,
      "Ada Zebrafinch, as she was called, old.canary@home.example",
    );
    await insert("queue_choice (owner_id, contact_id, reason) values ($1, $2, 'zebrafinch')", ...her);
    await insert("removal (owner_id, contact_id, reason) values ($1, $2, 'zebrafinch')", ...her);
    await insert(
      "intro_test (owner_id, contact_id, answer, before_can_say) values ($1, $2, 'NO', 'zebrafinch')",
      ...her,
    );
    await insert("cadence (owner_id, contact_id, every, unit) values ($1, $2, 6, 'WEEK')", ...her);
    await insert("saved_view (owner_id, name, query) values ($1, $2, $3)", name, `"${name}"`);
    await insert("saved_view (owner_id, name, query) values ($1, $2, '')", email);
    await insert("saved_view (owner_id, name, query) values ($1, 'Somebody', '')");
    await insert("note_template (owner_id, name, text) values ($1, 'Short', $2)", `As ${name} says`);
    await insert(
      "policy_change (owner_id, proposed, version) values ($1, $2, 1)",
      JSON.stringify({ why: `To meet\n${name}` }),
    );
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
    await insert(
      `contact_merge (owner_id, contact_id, absorbed_ids, absorbed_names, memory)
       values ($1, $2, array[$3::uuid], array['Ada Canarywood the Elder'], '{"contact": {"full_name": "Ada Canarywood the Elder"}}')`,
      cy,
      elder,
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

  const erase = (id: string, { typed = name, out = false } = {}) =>
    inDb((db) => erasePerson(db, id, { typed, instead: "somebody", out }));

  return { ...tests, world, everyRow, idOf, erase };
}
