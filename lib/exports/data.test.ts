import { expect, test } from "vitest";
import { asOwner } from "../db";
import { testDatabase } from "../testing/database";
import { exportRows } from "./data";
import { type TableName, tableOf } from "./tables";

const database = testDatabase();

/** All rows of a table, `most` at a time, with how many pages that took. */
async function taken(owner: Awaited<ReturnType<typeof database.newOwner>>, name: TableName, most: number) {
  const rows: unknown[] = [];
  let pages = 0;
  for (let after: string[] | null = null; ; pages++) {
    const page = await asOwner(owner, (db) => exportRows(db, tableOf(name), after, most));
    if (!page.lines) return { rows, pages };
    rows.push(...JSON.parse(`[${page.lines}]`));
    after = page.last;
  }
}

test.each<[TableName, string]>([
  ["tag", "insert into tag (owner_id, name) select $1, 'tag ' || n from generate_series(1, 5) n"],
  ["network_day", "insert into network_day select $1, date '2026-01-28' + n, 9, n from generate_series(1, 5) n"],
])("%s: page by page it is the same as at once", async (name, insert) => {
  const owner = await database.newOwner();
  await database.admin.query(insert, [owner]);
  const { rows } = await taken(owner, name, 100);
  expect(rows).toHaveLength(5);
  expect(await taken(owner, name, 2)).toEqual({ rows, pages: 3 });
});
