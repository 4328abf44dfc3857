import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { lt } from "semver";
import { expect, test } from "vitest";
import { version } from "../package.json";
import { breaks } from "./side-by-side";

/** Nobody ran several servers on the migrations before. */
const first = "20261130";

const folder = join(import.meta.dirname, "migrations");
const migrations = readdirSync(folder).filter((name) => /^\d/.test(name) && name >= first);

test("a server of the release before goes on beside every new migration", () => {
  const found = migrations.flatMap((name) =>
    breaks(readFileSync(join(folder, name, "migration.sql"), "utf8"))
      .filter(({ unusedSince }) => !unusedSince || !lt(unusedSince, version)) // a release lies in between
      .map(({ statement, why }) => `${name} ${why}: ${statement}`),
  );
  expect(found).toEqual([]);
});

test.each([
  ["drop table tag;", "drops the table tag"],
  ["drop view if exists relationship_strength cascade;", "drops the view relationship_strength"],
  ["drop function current_owner();", "drops the function current_owner"],
  ["alter table contact drop column headline;", "drops a column"],
  ['ALTER TABLE "contact"\n  DROP "headline";', "drops a column"],
  ["alter table contact rename column headline to title;", "renames"],
  ["alter table contact rename to person;", "renames"],
  ["alter type connection_status rename value 'SENT' to 'ASKED';", "renames"],
  ["alter table contact alter column heat type numeric;", "changes a column's type"],
  ["alter table contact alter headline set data type varchar(9);", "changes a column's type"],
  ["alter table contact add column seen timestamptz not null;", "adds a column that the release before doesn't fill"],
  ["alter table contact add a text, add b int not null;", "adds a column that the release before doesn't fill"],
  ["alter table contact alter headline set not null;", "refuses rows of the release before"],
  ["alter table contact alter headline drop default;", "refuses rows of the release before"],
  [
    "alter table contact add constraint short check (length(headline) < 9);",
    "refuses what the release before may write",
  ],
  ["create unique index on contact (owner_id, email);", "refuses what the release before may write to contact"],
  ["revoke insert on contact from vouch_app;", "takes away what the release before may use"],
])("%s is refused", (sql, why) => {
  expect(breaks(sql).map((found) => found.why)).toEqual([why]);
});

test.each([
  "create table note (owner_id uuid not null, id uuid not null); alter table note add constraint k primary key (owner_id, id);",
  "alter table contact add column seen timestamptz, add column tries int not null default 0;",
  "alter table contact add column rank numeric(9, 2) not null default 0;",
  "alter table contact alter headline drop not null, drop constraint short, alter tries set default 1;",
  "drop view relationship_strength; create view relationship_strength as select 1;",
  "drop function explain(uuid); create function explain(uuid, text default '') returns text language sql as $$ select '' $$;",
  "create index concurrently contact_seen on contact (owner_id, seen);",
  "drop index contact_seen; drop trigger note_role on app_user; drop policy mine on contact;",
  "-- drop table contact;\nselect 'drop table contact; alter table contact drop column x';",
  "do $body$ begin drop table contact; end $body$; /* drop table tag; */ select 1;",
  "revoke all on function has_migration(text) from public;",
])("%s may stay", (sql) => {
  expect(breaks(sql)).toEqual([]);
});

test("what contracts says since when nobody uses it, statement by statement", () => {
  const sql = `-- Written by none.
    -- contract: no release uses this since 0.2.0
    alter table contact drop column headline;
    alter table contact drop column company;`;
  expect(breaks(sql).map(({ unusedSince }) => unusedSince)).toEqual(["0.2.0", undefined]);
});
