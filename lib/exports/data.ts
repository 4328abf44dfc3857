import "server-only";
import type { OwnerDb } from "@/lib/db";
import { pageCharacters } from "./pages";
import { columnsOf, type Table } from "./tables";

/** `lines`: the rows as JSON objects, one a line with commas between, null where there are none; `last`: where they end. */
export type RowPage = { lines: string | null; last: string[]; taken: number };

/** The owner's next rows of a table, at most `most` and no longer than a page, in the order of its key. */
export async function exportRows(db: OwnerDb, table: Table, after: string[] | null, most: number): Promise<RowPage> {
  const { name, key, written, unwritten } = table;
  const [page] = await db.$queryRaw<RowPage[]>`
    select lines, last, taken
    from export_rows(${name}, ${columnsOf(table)}::text[], ${[...key]}::text[], ${written ?? null}::text,
                     ${unwritten ?? null}::text, ${after}::text[], ${most}::int, ${pageCharacters}::int)`;
  return page ?? { lines: null, last: [], taken: 0 };
}

/** Whether the owner has recorded nothing yet: what everything else belongs to is not there. */
export async function isEmpty(db: OwnerDb): Promise<boolean> {
  const where = { ownerId: db.owner };
  const select = { id: true };
  const found = [
    await db.contact.findFirst({ where, select }),
    await db.interaction.findFirst({ where, select }),
    await db.tag.findFirst({ where, select }),
  ];
  return found.every((row) => row === null);
}
