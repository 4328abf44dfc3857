// Everything as one JSON document, in pieces: docs/export.md describes it. One row a line, so that it can be read, and
// compared, with any tool.
import type { OwnerDb } from "@/lib/db";
import { exportRows } from "./data";
import { pageCharacters } from "./pages";
import { format, type Table, tables, version } from "./tables";

/** Rows a page: so many at first, and then as many as are likely to fill one. */
const [fewRows, mostRows] = [100, 1_000];

export async function* everything(db: OwnerDb, now = new Date()): AsyncGenerator<string> {
  const head = { format, version, exported_at: now.toISOString() };
  yield `${JSON.stringify(head, null, 1).slice(0, -2)},\n "tables": {`;
  for (const [place, table] of tables.entries()) {
    yield `${place > 0 ? "," : ""}\n"${table.name}": [`;
    yield* rowsOf(db, table);
    yield "\n]";
  }
  yield "\n}}\n";
}

async function* rowsOf(db: OwnerDb, table: Table): AsyncGenerator<string> {
  let after: string[] | null = null;
  for (let most = fewRows; ; ) {
    const { lines, last, taken } = await exportRows(db, table, after, most);
    if (lines === null) return;
    yield `${after ? "," : ""}\n${lines}`;
    if (taken < most && lines.length < pageCharacters) return;
    after = last;
    most = Math.min(mostRows, 4 * most, Math.ceil((taken * pageCharacters) / lines.length));
  }
}
