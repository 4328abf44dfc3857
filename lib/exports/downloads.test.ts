import { beforeAll, expect, test } from "vitest";
import { asOwner, type OwnerId } from "../db";
import { testDatabase } from "../testing/database";
import { downloads } from "./downloads";
import { type DownloadName, downloadNames } from "./schema";

const database = testDatabase();
const account = { locale: "en" };
let owner: OwnerId;

// More than two pages of everything, two people to a meeting; another owner's and a trashed one's beside them.
const people = 1_203;
const meetings = 2_345;

beforeAll(async () => {
  owner = await database.newOwner();
  for (const whose of [owner, await database.newOwner()]) {
    const prefix = whose === owner ? "Mine" : "Theirs";
    await database.admin.query(
      "insert into contact (owner_id, full_name) select $1, $2 || ' ' || n || '.' from generate_series(1, $3) n",
      [whose, prefix, people],
    );
  }
  await database.admin.query("insert into contact (owner_id, full_name, deleted_at) values ($1, 'Trashed', now())", [
    owner,
  ]);
  await database.admin.query(
    `with met as (
       insert into interaction (owner_id, kind, occurred_at, notes)
       select $1, 'CALL', now() - n * interval '1 hour', 'Call ' || n || '.' from generate_series(1, $2::int) n returning id
     ), numbered as (select id, row_number() over () as n from met)
     insert into interaction_contact (owner_id, interaction_id, contact_id)
     select $1, m.id, c.id from numbered m
     join (select id, row_number() over (order by id) as n, full_name from contact where owner_id = $1) c
       on c.n = 1 + m.n % $3 or c.full_name = 'Trashed'`,
    [owner, meetings, people],
  );
  await database.admin.query(
    `insert into follow_up (owner_id, contact_id, title, due_on)
     select owner_id, id, 'Write back', current_date from contact where owner_id = $1`,
    [owner],
  );
});

async function written(name: DownloadName): Promise<string> {
  return asOwner(
    owner,
    async (db) => {
      const pieces: string[] = [];
      for await (const piece of downloads[name].write(db, account)) pieces.push(piece);
      return pieces.join("");
    },
    { snapshot: true, timeoutMs: 60_000 },
  );
}

const count = (text: string, pattern: RegExp) => new Set(text.match(pattern)).size;

test.each<[DownloadName, RegExp, number]>([
  ["everything.json", /"full_name":"Mine \d+\."/g, people],
  ["everything.json", /"notes":"Call \d+\."/g, meetings],
  ["contacts.csv", /,Mine \d+\.,/g, people],
  ["contacts.vcf", /FN:Mine \d+\./g, people],
  ["interactions.csv", /,Mine \d+\.,,yes,Call \d+\./g, meetings],
  ["calendar.ics", /SUMMARY:Write back · Mine \d+\./g, people],
  ["calendar.ics", /DESCRIPTION:Call \d+\./g, meetings],
])("%s holds each of them (%s), on however many pages", async (name, pattern, expected) => {
  const text = await written(name);
  expect(text.match(pattern)).toHaveLength(expected);
  expect(count(text, pattern)).toBe(expected);
  expect(text).not.toContain("Theirs");
  expect(text.includes("Trashed")).toBe(name === "everything.json");
});

test("no piece is longer than a page and a row, whatever was written in it", async () => {
  const [writer, long] = [await database.newOwner(), 200_000];
  await database.admin.query(
    `with people as (
       insert into contact (owner_id, full_name, notes)
       select $1, 'P ' || n, case when n > 20 then repeat('"=', $2::int / 2) end from generate_series(1, 40) n
     )
     insert into interaction (owner_id, kind, occurred_at, notes)
     select $1, 'CALL', now(), case when n > 20 then repeat(E'a\n', $2::int / 2) end from generate_series(1, 40) n`,
    [writer, long],
  );
  for (const name of downloadNames) {
    let [total, longest] = [0, 0];
    await asOwner(
      writer,
      async (db) => {
        for await (const piece of downloads[name].write(db, account)) {
          total += piece.length;
          longest = Math.max(longest, piece.length);
        }
      },
      { snapshot: true, timeoutMs: 60_000 },
    );
    if (name !== "history.csv") expect(total, name).toBeGreaterThan(20 * long); // the log has no texts
    expect(longest, name).toBeLessThan(5 * long);
  }
});
