import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { equalities, type PlanNode, readWithoutOwner, tablesRead } from "./carried-owner";
import { ownerColumns } from "./plans";

const database = testDatabase();
const columns = ownerColumns(readFileSync("prisma/schema.prisma", "utf8"));
const owner = "'0190f000-0000-7000-8000-000000000001'";

/** What the administrator would read without an owner: no row-level security names one for them. */
async function without(sql: string): Promise<string[]> {
  const { rows } = await database.admin.query<{ "QUERY PLAN": [{ Plan: PlanNode }] }>(`explain (format json) ${sql}`);
  return readWithoutOwner((rows[0] as NonNullable<(typeof rows)[0]>)["QUERY PLAN"][0].Plan, columns);
}

test.each([
  ["a constant", `select full_name from contact where owner_id = ${owner}`],
  ["the setting", "select full_name from contact where owner_id = current_owner() and full_name = 'Ada'"],
  ["the owner of a named account", `select from contact c join app_user u on u.id = c.owner_id where u.id = ${owner}`],
  ["a row of a function", `select from unnest(array[${owner}::uuid]) as o (id) join contact c on c.owner_id = o.id`],
  [
    "the same owner, through two tables",
    `select from contact c join interaction_contact p on p.owner_id = c.owner_id and p.contact_id = c.id
     join interaction i on i.owner_id = p.owner_id and i.id = p.interaction_id where c.owner_id = ${owner}`,
  ],
  [
    "the owner of the row outside",
    `select (select count(*) from mention m where m.owner_id = c.owner_id and m.contact_id = c.id) from contact c where owner_id = ${owner}`,
  ],
  [
    "a constant, beside a letter of two code units",
    `select from contact where full_name < '𝒜' and owner_id = ${owner}`,
  ],
  [
    "the owner whose rows an outer join adds to",
    `select from contact c left join mention m on m.owner_id = c.owner_id and m.contact_id = c.id where c.owner_id = ${owner}`,
  ],
  ["the owner, however a row is changed", `update tag set name = 'x' where owner_id = ${owner}`],
  [
    "the owner of another, unequal otherwise",
    `delete from tag t using contact c where c.owner_id = t.owner_id and t.owner_id = ${owner} and t.name <> c.full_name`,
  ],
])("%s names an owner", async (_, sql) => {
  expect(await without(sql)).toEqual([]);
});

test.each([
  ["an id alone", `select from contact where id = ${owner}`, ["contact"]],
  ["one of two", `select from contact where owner_id = ${owner} or full_name = 'Ada'`, ["contact"]],
  ["several owners", `select from contact where owner_id = any (array[${owner}, uuid_v7()]::uuid[])`, ["contact"]],
  ["everybody but one", `select from contact where owner_id <> ${owner}`, ["contact"]],
  ["a text that says so", `select from contact where full_name = '(owner_id = 1)'`, ["contact"]],
  [
    "what an outer join keeps besides",
    `select from contact c left join mention m on m.owner_id = c.owner_id and m.owner_id = ${owner}`,
    ["contact (c)"],
  ],
  [
    "whoever is not among an owner's",
    `select from contact c where not exists (select from mention m where m.owner_id = c.owner_id and m.owner_id = ${owner})`,
    ["contact (c)"],
  ],
  ["each account's", "select from contact c join app_user u on u.id = c.owner_id", ["contact (c)"]],
  [
    "a join by id alone",
    `select from contact c join mention m on m.contact_id = c.id where c.owner_id = ${owner}`,
    ["mention (m)"],
  ],
  [
    "another column of a table with an owner",
    `select from contact c join mention m on m.owner_id = c.id where c.owner_id = ${owner}`,
    ["mention (m)"],
  ],
])("%s does not", async (_, sql, tables) => {
  expect(await without(sql)).toEqual(tables);
});

// However the planner joins: each way has conditions of its own.
test.each(["enable_hashjoin", "enable_mergejoin", "enable_nestloop"])("nor with %s alone", async (way) => {
  const client = await database.admin.connect();
  for (const each of ["enable_hashjoin", "enable_mergejoin", "enable_nestloop"]) {
    await client.query(`set ${each} = ${each === way ? "on" : "off"}`);
  }
  const plan = async (sql: string) =>
    (await client.query(`explain (format json) ${sql}`)).rows[0]["QUERY PLAN"][0].Plan as PlanNode;
  const joined = "select from contact c join mention m on m.contact_id = c.id";
  const [by, without] = [`${joined} and m.owner_id = c.owner_id where c.owner_id = ${owner}`, joined];
  expect(readWithoutOwner(await plan(by), columns)).toEqual([]);
  expect(readWithoutOwner(await plan(without), columns).sort()).toEqual(["contact (c)", "mention (m)"]);
  client.release(true);
});

test("brackets and quotes are read as Postgres writes them", () => {
  expect(
    equalities("((owner_id = (NULLIF(current_setting('app.owner_id'::text, true), ''::text))::uuid) AND (id = $1))"),
  ).toEqual([
    ["owner_id", "(NULLIF(current_setting('app.owner_id'::text, true), ''::text))::uuid"],
    ["id", "$1"],
  ]);
  expect(equalities("(('a' = name) AND (text = ') AND (owner_id = 1'::text))")).toEqual([
    ["'a'", "name"],
    ["text", "') AND (owner_id = 1'::text"],
  ]);
  expect(equalities("((a = 1) OR (b = 2))")).toEqual([]);
  expect(equalities("(((a = 1) AND (b = 2)) OR ((a = 1) AND (c = 3)))")).toEqual([["a", "1"]]);
});

test("every table is known by the column of its owner, but for those of the whole installation", () => {
  expect(columns.get("contact")).toBe("owner_id");
  expect(columns.get("session")).toBe("user_id");
  expect(columns.get("app_user")).toBe("id");
  expect(columns.has("house_rule")).toBe(false);
});

test("what a plan reads is found wherever it stands", async () => {
  const { rows } = await database.admin.query("explain (format json) select (select count(*) from tag) from contact");
  expect(tablesRead(rows[0]["QUERY PLAN"][0].Plan).sort()).toEqual(["contact", "tag"]);
});
