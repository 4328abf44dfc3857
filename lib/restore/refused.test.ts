import fc from "fast-check";
import { expect, test } from "vitest";
import { asOwner } from "../db";
import { version } from "../exports/tables";
import { inPieces } from "../testing/linkedin-files";
import { restore } from "./restore";
import { restoreFailure } from "./schema";
import { restoreTest, restoreText } from "./testing/restore-test";

const { database, rowsOf } = restoreTest();

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
