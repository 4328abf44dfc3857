// Everything of an owner as a file, and the rows it is made of.
import { z } from "zod";
import { asOwner, type OwnerId } from "@/lib/db";
import { everything } from "@/lib/exports/everything";
import { type Table, tables } from "@/lib/exports/tables";
import { testDatabase } from "@/lib/testing/database";
import { inPieces } from "@/lib/testing/linkedin-files";
import { restore } from "../restore";

export async function exported(owner: OwnerId): Promise<string> {
  return asOwner(owner, async (db) => {
    let text = "";
    for await (const piece of everything(db)) text += piece;
    return text;
  });
}

export const restoreText = (owner: OwnerId, text: string) => restore(owner, inPieces(text, 40_000));

/** Call at the top of a test file. */
export function restoreTest() {
  const database = testDatabase();

  /** Every row that is taken or made from what is, as Postgres writes it: floats by their bits. */
  async function rowsOf(owner: OwnerId) {
    const found: Record<string, unknown[]> = {};
    const derived: Table[] = ["contact_standing", "contact_search"].map((name) => ({
      name,
      row: z.object({}),
      key: [],
    }));
    for (const { name, written, unwritten, without = [] } of [...tables, ...derived] as Table[]) {
      const { rows } = await database.admin.query(
        `select (to_jsonb(t) - 'owner_id' - $2::text[])::text || coalesce(float8send((to_jsonb(t) ->> 'heat')::float8)::text, '') as row
         from ${name} t where owner_id = $1 ${written ? `and ${written} is not null` : ""}
           ${unwritten ? `and ${unwritten} is null` : ""} order by 1`,
        [owner, without],
      );
      found[name] = rows.map(({ row }) => row);
    }
    // How the counts are spread over the hours tells when they were made; what is counted must be the same.
    const { rows } = await database.admin.query(
      "select reading, contacts from count_standings($1, now()) where contacts <> 0 order by 1",
      [owner],
    );
    found.counts = rows;
    return found;
  }

  return { database, rowsOf };
}
