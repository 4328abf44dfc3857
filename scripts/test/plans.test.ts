import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { everyPlanNamesAnOwner } from "./plans";
import { startsIn } from "./raw-statements";

const database = testDatabase();
const owner = "0190f000-0000-7000-8000-000000000001";

let home = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "vouch-plans-"));
});
afterEach(() => rmSync(home, { recursive: true }));

/** What comes of a log in which Postgres explained each statement that these set off, as the application's login. */
async function judge(...statements: string[]) {
  const client = await database.admin.connect();
  const { username } = new URL(database.appUrl);
  const entries: string[] = [];
  client.on("notice", ({ severity, message }) => entries.push(`\u001e${username} ${severity}:  ${message}\n`));
  await client.query(`
    load 'auto_explain';
    set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on;
    set auto_explain.log_format = json; set auto_explain.log_level = notice`);
  await client.query(`set session authorization ${username}`);
  await client.query("select set_config('app.owner_id', $1, false)", [owner]);
  for (const statement of statements) await client.query(statement);
  client.release(true);
  const log = join(home, "postgres.log");
  writeFileSync(log, entries.join("").replaceAll("\n ", "\n\t "));
  return everyPlanNamesAnOwner(log, false);
}

const [passes, fails] = [
  { passed: 1, failed: 0 },
  { passed: 0, failed: 1 },
];

test("what is asked under row-level security has an owner, whether it names one or not", async () => {
  expect(await judge("select full_name from contact", "delete from tag")).toMatchObject(passes);
});

test("a function with its owner's rights has to name one itself", async () => {
  await database.admin.query(`
    create function everybody() returns bigint language sql security definer as 'select count(*) from contact';
    create function theirs() returns bigint language plpgsql security definer as $$
      begin return (select count(*) from contact where owner_id = '${owner}'); end $$`);
  expect(await judge("select theirs()")).toMatchObject(passes);
  expect(await judge("select everybody()")).toMatchObject(fails);
});

test("so does a trigger's function; the rows that were written name their owner", async () => {
  await database.admin.query(`
    insert into app_user (id, email, name) values ('${owner}', 'olive@example.test', 'Olive Owner');
    create function after_tag() returns trigger language plpgsql security definer as $$
      begin
        if tg_argv[0] = 'theirs' then perform from new_rows n join contact c on c.owner_id = n.owner_id;
        else perform from new_rows n join contact c on c.full_name = n.name; end if;
        return null;
      end $$;
    create trigger after_tag after insert on tag referencing new table as new_rows
      for each statement execute function after_tag('theirs')`);
  const write = `insert into tag (owner_id, name) values ('${owner}', 'x' || random())`;
  expect(await judge(write)).toMatchObject(passes);
  await database.admin.query(`
    drop trigger after_tag on tag;
    create trigger after_tag after insert on tag referencing new table as new_rows
      for each statement execute function after_tag('others')`);
  expect(await judge(write)).toMatchObject(fails);
});

test("with everything run, a table that was never read fails too", async () => {
  const log = join(home, "empty.log");
  writeFileSync(log, "");
  expect(await everyPlanNamesAnOwner(log, true)).toMatchObject({ passed: 1, failed: 1 });
});

test("a statement in the code is known by how it begins", () => {
  const code = `await db.$queryRaw<{ id: string }[]>\`
    select id
    from tag where owner_id = \${db.owner}\`; db.$executeRaw\`\${sql}\``;
  expect(startsIn(code)).toEqual(["select id from tag where owner_id ="]);
});
