// Everything as one JSON document, in pieces: docs/export.md describes it. One row a line, so that it can be read, and
// compared, with any tool.
import type { OwnerDb } from "@/lib/db";
import { exportRows } from "./data";
import { format, tables, version } from "./tables";

const pageRows = 1_000;

export async function* everything(db: OwnerDb, now = new Date()): AsyncGenerator<string> {
  const head = { format, version, exported_at: now.toISOString() };
  yield `${JSON.stringify(head, null, 1).slice(0, -2)},\n "tables": {`;
  for (const [place, table] of tables.entries()) {
    yield `${place > 0 ? "," : ""}\n"${table.name}": [`;
    let after: string[] | null = null;
    for (;;) {
      const { lines, last, more } = await exportRows(db, table, after, pageRows);
      if (lines !== null) yield `${after ? "," : ""}\n${lines}`;
      if (!more) break;
      after = last;
    }
    yield "\n]";
  }
  yield "\n}}\n";
}
