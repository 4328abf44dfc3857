// "Everything" against the database as it is: a table or column that is added and forgotten here fails.
import { expect, test } from "vitest";
import { z } from "zod";
import { testDatabase } from "../testing/database";
import { leftBehind, type Table, tables } from "./tables";

const database = testDatabase();

/** What a column holds where it holds something. */
function bare(type: unknown): unknown {
  return type instanceof z.ZodNullable || type instanceof z.ZodDefault ? bare(type.unwrap()) : type;
}

test("every owned table is taken or left behind by decision", async () => {
  const { rows } = await database.admin.query(`
    select table_name as name from information_schema.columns
    join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and column_name = 'owner_id' and table_type = 'BASE TABLE'`);
  const decided = [...tables.map(({ name }) => name), ...leftBehind.derived, ...leftBehind.ofThisPlace];
  expect(rows.map(({ name }) => name).sort()).toEqual([...decided].sort());
});

test.each(tables.map((table): [string, Table] => [table.name, table]))(
  "%s: its columns but the owner, null where it may be null, with all its words",
  async (name, { row, key, written, without = [] }) => {
    const { rows: all } = await database.admin.query<{ name: string; nullable: boolean; words: string[] | null }>(
      `select a.attname as name, not a.attnotnull as nullable,
         (select array_agg(e.enumlabel::text order by e.enumsortorder) from pg_enum e where e.enumtypid = a.atttypid) as words
       from pg_attribute a
       where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attname <> 'owner_id'
       order by a.attnum`,
      [name],
    );
    const columns = all.filter((column) => !without.includes(column.name));
    expect(all).toHaveLength(columns.length + without.length);
    const shape: Record<string, z.ZodType> = row.shape;
    expect(Object.keys(shape)).toEqual(columns.map((column) => column.name));
    for (const { name: column, nullable, words } of columns) {
      expect(shape[column]?.safeParse(null).success, column).toBe(nullable && column !== written);
      const type = bare(shape[column]);
      if (words) expect(type instanceof z.ZodEnum && type.options, column).toEqual(words);
    }
    for (const part of key) expect(shape[part]?.safeParse("x").success).toBe(false); // what can be told apart
  },
);

test("who is referred to comes first", async () => {
  const { rows } = await database.admin.query<{ from: string; to: string }>(`
    select conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint where contype = 'f'`);
  const names: string[] = tables.map(({ name }) => name);
  for (const { from, to } of rows) {
    if (names.includes(from) && names.includes(to)) expect(names.indexOf(to)).toBeLessThan(names.indexOf(from));
  }
});
