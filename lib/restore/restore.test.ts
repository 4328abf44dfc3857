import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { fillDemoOwner } from "@/prisma/seed/demo/fill";
import { seedOwner } from "@/prisma/seed/owner";
import { writeHistory } from "@/prisma/sql/history";
import { randomHistory } from "@/prisma/sql/random-history";
import { asOwner, type OwnerId } from "../db";
import { everything } from "../exports/everything";
import { type Table, tables, version } from "../exports/tables";
import { testDatabase } from "../testing/database";
import { inPieces } from "../testing/linkedin-files";
import { restore } from "./restore";
import { restoreFailure } from "./schema";

const database = testDatabase();
async function exported(owner: OwnerId): Promise<string> {
  return asOwner(owner, async (db) => {
    let text = "";
    for await (const piece of everything(db)) text += piece;
    return text;
  });
}

const restoreText = (owner: OwnerId, text: string) => restore(owner, inPieces(text, 40_000));

/** Every row that is taken or made from what is, as Postgres writes it: floats by their bits. */
async function rowsOf(owner: OwnerId) {
  const found: Record<string, unknown[]> = {};
  const derived: Table[] = ["contact_standing", "contact_search"].map((name) => ({ name, row: z.object({}), key: [] }));
  for (const { name, written, unwritten, without = [] } of [...tables, ...derived] as Table[]) {
    const { rows } = await database.admin.query(
      `select (to_jsonb(t) - 'owner_id' - $2::text[])::text || coalesce(float8send((to_jsonb(t) ->> 'heat')::float8)::text, '') as row
       from ${name} t where owner_id = $1 ${written ? `and ${written} is not null` : ""}
         ${unwritten ? `and ${unwritten} is null` : ""} order by 1`,
      [owner, without],
    );
    found[name] = rows.map(({ row }) => row);
  }
  // How the counts are spread over the hours tells when they were made; what is counted must be the same.
  const { rows } = await database.admin.query(
    "select reading, contacts from count_standings($1, now()) where contacts <> 0 order by 1",
    [owner],
  );
  found.counts = rows;
  return found;
}

async function expectRoundTrip(owner: OwnerId) {
  const text = await exported(owner);
  const other = await database.newOwner();
  const { rows } = await restoreText(other, text);
  const [before, after] = [await rowsOf(owner), await rowsOf(other)];
  expect(after).toEqual(before);
  expect(rows).toBe(tables.reduce((sum, { name }) => sum + (before[name]?.length ?? 0), 0));
  // … and out again, to the letter.
  const again = await exported(other);
  expect(again.replace(/"exported_at":.*/, "")).toBe(text.replace(/"exported_at":.*/, ""));
}

describe("what was taken comes back equal, row by row, with its standings", () => {
  test("random histories", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(randomHistory(Date.now()), async (history) => {
        const owner = await database.newOwner();
        await writeHistory(database.admin, owner, history);
        await expectRoundTrip(owner);
      }),
      { numRuns: 15 },
    );
  });

  test("the sample owner, and a policy, settings and trash of their own", async () => {
    const owner = await database.newOwner();
    await fillDemoOwner(owner, "Europe/Oslo");
    const run = (sql: string) => database.admin.query(sql, [owner]);
    await run("insert into policy (owner_id, half_life_days, warm_at) values ($1, 90, 0.1 + 0.2)");
    await run("insert into desk_setting (owner_id, note_length, withdraw_after_days) values ($1, 300, 14)");
    await run("insert into note_template (owner_id, name, text, place) values ($1, 'Short', 'Hi {first name}', 3)");
    await run(
      "insert into saved_view (owner_id, name, query, sort, columns, is_default) values ($1, 'Acme', 'company:acme', 'strength', 'company:180', true)",
    );
    await run("insert into list_setting (owner_id, density) values ($1, 'COMPACT')");
    await run(
      `insert into queue_choice (owner_id, contact_id, until, reason)
       select owner_id, id, case when random() < 0.5 then now() end, 'Not now' from contact where owner_id = $1 limit 5`,
    );
    await run(
      `update invitation set template = 'Short', sent_verdict = 'READY', sent_rules_met = 6, sent_strength = 67, sent_met = 'VIDEO'
       where owner_id = $1 and direction = 'OUTGOING'`,
    );
    await run("update contact set deleted_at = now() where owner_id = $1 and full_name like 'A%'");
    await run(
      `update contact set notes = E'=1+1\\n\\t"\\\\ \\u2028 😀 שלום' , created_at = '2001-02-03 04:05:06.789012+00' where owner_id = $1`,
    );
    await run(
      `insert into duplicate_pair (owner_id, contact_id, other_id, score, reasons, distinct_at)
       select owner_id, id, lead(id) over (order by id), 55, '{name}', case when random() < 0.5 then now() end
       from contact where owner_id = $1 order by id limit 20`,
    );
    await run(
      "insert into linkedin_fact (owner_id, contact_id, company) select owner_id, id, company from contact where owner_id = $1",
    );
    await run(
      `insert into distinct_pair (owner_id, contact_id, other_id, distinct_at)
       select owner_id, id, lead(id) over (order by id), now() from contact where owner_id = $1 order by id limit 5`,
    );
    await run(
      `insert into contact_merge (owner_id, contact_id, absorbed_ids, absorbed_names, memory, undone_at)
       select owner_id, id, array[uuid_v7(), uuid_v7()], array['Ad', 'A "B", {c}'], '{}', case when n = 1 then now() end
       from (select owner_id, id, row_number() over () as n from contact where owner_id = $1 order by id limit 3) c`,
    );
    await run(
      `insert into intro_test (owner_id, contact_id, answer, before_would_introduce, before_can_say, before_reviewed_at)
       select owner_id, contact_id, 'NO', would_introduce, can_say, reviewed_at from assessment where owner_id = $1`,
    );
    await run(
      "insert into removal (owner_id, contact_id, reason) select owner_id, id, company from contact where owner_id = $1",
    );
    await run("insert into network_day values ($1, '2026-01-31', 20, 7), ($1, '2026-02-28', 21, 0)");
    await run(
      `insert into column_mapping (owner_id, id, columns)
       values ($1, uuid_v7(), '{"vorname#1": "firstName", "ignoriert#1": "ignore"}')`,
    );
    await expectRoundTrip(owner);
  });

  test("introductions and saved texts; and a file from before there were any", async () => {
    const owner = await database.newOwner();
    await database.admin.query(
      `with person as (insert into contact (owner_id, full_name) values ($1, 'Ben'), ($1, 'Lena') returning id),
       two as (select (array_agg(id order by id))[1] as ben, (array_agg(id order by id))[2] as lena from person),
       act as (
         insert into support_act (owner_id, id, contact_id, direction, kind, introduced_contact_id, introduction_id)
         select $1, id, ben, 'RECEIVED', 'INTRODUCTION', lena, id from two, uuid_v7() as id
       ),
       made as (insert into recommendation (owner_id, contact_id, direction, text) select $1, ben, 'GIVEN', 'Two' from two returning id)
       insert into recommendation_version (owner_id, recommendation_id, text) select $1, id, unnest(array['One', 'Two']) from made`,
      [owner],
    );
    await database.admin.query("insert into desk_setting (owner_id, recommendation_gap_days) values ($1, 45)", [owner]);
    await expectRoundTrip(owner);
    const before = JSON.parse(await exported(owner));
    delete before.tables.recommendation_version;
    for (const act of before.tables.support_act) {
      delete act.introduced_contact_id;
      delete act.introduction_id;
    }
    delete before.tables.desk_setting[0].recommendation_gap_days;
    const other = await database.newOwner();
    await restoreText(other, JSON.stringify(before));
    const after = await rowsOf(other);
    expect(after.recommendation_version).toEqual([]);
    expect([after.support_act, after.desk_setting].join()).toMatch(
      /"introduced_contact_id": null.*"recommendation_gap_days": 30/,
    );
  });

  test("a file laid out anew by another program", async () => {
    const owner = await database.newOwner();
    await seedOwner(owner, { contacts: 20, interactions: 60 });
    const text = await exported(owner);
    const before = await rowsOf(owner);
    for (const layout of [JSON.stringify(JSON.parse(text)), JSON.stringify(JSON.parse(text), null, 4)]) {
      const other = await database.newOwner();
      await restoreText(other, layout);
      expect(await rowsOf(other)).toEqual(before);
    }
  });

  test("a file from before there were templates, choices in the queue, and invitations that remember their day", async () => {
    const owner = await database.newOwner();
    await seedOwner(owner, { contacts: 5, interactions: 10 });
    const run = (sql: string) => database.admin.query(sql, [owner]);
    await run("insert into desk_setting (owner_id, note_length) values ($1, 300)");
    await run(
      `insert into invitation (owner_id, contact_id, direction, status, sent_at)
       select owner_id, id, 'OUTGOING', 'SENT', now() from contact where owner_id = $1`,
    );
    const file = JSON.parse(await exported(owner));
    const before = await rowsOf(owner);
    const added = ["withdraw_after_days", "template", "sent_verdict", "sent_rules_met", "sent_strength", "sent_met"];
    for (const row of [...file.tables.desk_setting, ...file.tables.invitation]) {
      for (const column of added) delete row[column];
    }
    delete file.tables.note_template;
    delete file.tables.queue_choice;
    const other = await database.newOwner();
    await restoreText(other, JSON.stringify(file));
    expect(await rowsOf(other)).toEqual(before);
  });

  test("an owner with nothing at all", async () => {
    await expectRoundTrip(await database.newOwner());
  });
});

const person = "01a20633-b60e-7be7-91e2-f7f866e94888";
const moment = "2026-01-02T03:04:05.678901+00:00";
const contact = {
  ...{ id: person, full_name: "Ada", headline: null, company: null, position: null, location: null, how_we_met: null },
  ...{
    expertise: null,
    geographic_barrier: null,
    do_not_connect: false,
    connection_status: "NONE",
    connected_on: null,
  },
  ...{ notes: null, version: 1, deleted_at: null, created_at: moment, updated_at: moment },
};
const alias = { id: person, contact_id: person, slug: "ada", first_seen: moment, last_seen: moment };
const file = (rows: object, head: object = { format: "vouch", version }) =>
  JSON.stringify({ ...head, tables: rows }, null, 1);
const other = "01a20633-0000-7be7-91e2-f7f866e94888";
const many = Array.from({ length: 3_000 }, (_, n) => ({
  ...contact,
  id: person.replace("01a20633", String(n).padStart(8, "0")),
}));

const refused: [what: string, text: string, refusal: { message: string; params?: object }][] = [
  ["nothing", "", { message: "empty" }],
  ["no JSON", "First Name,Last Name", { message: "shape", params: { line: 1 } }],
  ["another JSON", '{"contacts": [1, 2]}', { message: "notVouch" }],
  ["a list", "[]", { message: "shape", params: { line: 1 } }],
  [
    "a later version",
    file({ contact: [contact] }, { format: "vouch", version: version + 1 }),
    { message: "version", params: { version: version + 1 } },
  ],
  ["no version there ever was", file({ contact: [contact] }, { format: "vouch", version: 0 }), { message: "notVouch" }],
  [
    "brackets in brackets, half a million deep",
    file({ contact: [contact] }).replace('"Ada"', "[".repeat(500_000) + "]".repeat(500_000)),
    { message: "column", params: { column: "full_name" } },
  ],
  [
    "a key twice",
    file({ contact: [contact] }).replace('"full_name": "Ada",', '"full_name": "Ada", "full_name": 7,'),
    { message: "column", params: { column: "full_name" } },
  ],
  [
    "somebody referred to who isn't there",
    file({
      contact: [contact],
      linkedin_fact: [{ contact_id: other, company: null, position: null, newest_on: null }],
    }),
    { message: "refused", params: { table: "linkedin_fact" } },
  ],
  [
    "tables before what they are",
    JSON.stringify({ tables: { contact: [contact] }, format: "vouch", version: 1 }),
    { message: "notVouch" },
  ],
  ["half a file", file({ contact: [contact] }).slice(0, -40), { message: "brokenOff" }],
  ["a comma too many", file({ contact: [contact] }).replace("}\n  ]", "},\n  ]"), { message: "shape" }],
  ["something after the end", `${file({ contact: [contact] })}{}`, { message: "shape" }],
  ["an unknown table", file({ app_user: [{ id: person }] }), { message: "table" }],
  [
    "another's row",
    file({ contact: [{ ...contact, owner_id: other }] }),
    { message: "column", params: { table: "contact", column: "owner_id" } },
  ],
  [
    "a missing column",
    file({ contact: [{ ...contact, notes: undefined }] }),
    { message: "column", params: { column: "notes" } },
  ],
  [
    "a wrong kind of value",
    file({ contact: [{ ...contact, version: "1" }] }),
    { message: "column", params: { column: "version" } },
  ],
  ["a row that is none", file({ contact: ["Ada"] }), { message: "row", params: { table: "contact" } }],
  ["a NUL", file({ contact: [{ ...contact, notes: "a\0b" }] }), { message: "column", params: { column: "notes" } }],
  [
    "half a letter",
    file({ contact: [{ ...contact, notes: "a\ud800b" }] }),
    { message: "column", params: { column: "notes" } },
  ],
  [
    "a link that runs",
    file({
      contact: [contact],
      contact_point: [
        {
          id: person,
          contact_id: person,
          kind: "URL",
          label: null,
          value: "javascript:alert(1)",
          normalised: "x",
          created_at: moment,
        },
      ],
    }),
    { message: "column", params: { column: "value" } },
  ],
  [
    "an alias before its contact",
    file({ linkedin_alias: [alias], contact: [contact] }),
    { message: "refused", params: { table: "linkedin_alias" } },
  ],
  [
    "tables in another order",
    file({ contact_tag: [], contact: [contact], tag: [{ id: person, name: "x", colour: null, created_at: moment }] }),
    { message: "order", params: { table: "tag" } },
  ],
  [
    "a row twice",
    file({ contact: [...many, many[1234], contact] }),
    { message: "refused", params: { table: "contact" } },
  ],
  ["no name", file({ contact: [contact, { ...contact, id: other, full_name: "  " }] }), { message: "refused" }],
  ["a day there never was", file({ contact: [{ ...contact, connected_on: "2026-02-30" }] }), { message: "refused" }],
];
test.each(refused)("refused, with nothing written: %s", async (_what, text, { message, params = {} }) => {
  const owner = await database.newOwner();
  await expect(restoreText(owner, text)).rejects.toMatchObject({ message, params: expect.objectContaining(params) });
  expect(Object.values(await rowsOf(owner)).flat()).toEqual([]);
});

const hostile = fc.constantFrom<unknown>(
  ...[null, true, -1, 1e300, "", "  ", "x".repeat(30_000), "\u0000", "\ud800", "𝒳 לוי 🚀", "=1+1", "2026-02-30", "NaN"],
  ...["infinity", "-infinity", "0001-01-01T00:00:00+00:00", "99999-01-01", other, "CONNECTED", [], {}, ["a"], moment],
);
const hurt = fc.oneof(
  fc.record({ column: fc.constantFrom(...Object.keys(contact)), value: hostile }),
  fc.record({ column: fc.constantFrom("owner_id", "__proto__", "constructor", "nothing"), value: hostile }),
);

test("whatever a row says, the document comes back to the last row or is refused with nothing written", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(hurt, { minLength: 1, maxLength: 2 }), fc.nat({ max: 2 }), async (hurts, where) => {
      const rows = many
        .slice(0, 3)
        .map((row, at) =>
          at === where
            ? Object.fromEntries([...Object.entries(row), ...hurts.map(({ column, value }) => [column, value])])
            : row,
        );
      const owner = await database.newOwner();
      const restored = await restoreText(owner, file({ contact: rows })).catch((error) => {
        expect(restoreFailure.parse({ restore: error.code, ...error.params })).toMatchObject({ restore: error.code });
        return { rows: 0 };
      });
      expect((await rowsOf(owner)).contact).toHaveLength(restored.rows);
      expect([0, rows.length]).toContain(restored.rows);
    }),
    { numRuns: 60 },
  );
});

test("what the database refuses is named by its line, the one row among thousands", async () => {
  const text = file({ contact: [...many, many[1234], contact] });
  const repeated = text.slice(0, text.lastIndexOf(many[1234]?.id ?? "")).split("\n").length;
  await expect(restoreText(await database.newOwner(), text)).rejects.toMatchObject({
    params: { table: "contact", line: repeated - 1 }, // the row starts with its bracket, one line before its id
  });
});

test("a file of the first version, which had fewer tables", async () => {
  const owner = await database.newOwner();
  const { contacts } = await restoreText(owner, file({ contact: [contact] }, { format: "vouch", version: 1 }));
  expect(contacts).toBe(1);
});

test("what was remembered of people who are gone gives way to what the file remembers", async () => {
  const owner = await database.newOwner();
  const pair = { contact_id: other, other_id: person, distinct_at: moment };
  await database.admin.query("insert into distinct_pair values ($1, $2, $3, now())", [owner, other, person]);
  await restoreText(owner, file({ contact: [contact], distinct_pair: [pair] }));
  const { rows } = await database.admin.query("select distinct_at from distinct_pair where owner_id = $1", [owner]);
  expect(rows).toEqual([{ distinct_at: new Date(moment) }]);
});

test("an owner who has recorded something is left alone, and so is the file's other owner", async () => {
  const owner = await database.newOwner();
  await asOwner(owner, (db) => db.tag.create({ data: { ownerId: owner, name: "Tides" } }));
  const before = await rowsOf(owner);
  await expect(restoreText(owner, file({ contact: [contact] }))).rejects.toMatchObject({ message: "notEmpty" });
  expect(await rowsOf(owner)).toEqual(before);
});

test("a file that isn't UTF-8", async () => {
  const owner = await database.newOwner();
  await expect(restore(owner, inPieces(new Uint8Array([0x7b, 0xff, 0x7d])))).rejects.toMatchObject({
    message: "encoding",
  });
});
