// What a backup looks like. Inside of gzip (inside of age, where there is a passphrase) it is text that can be read, and
// loaded with psql, without Vouch: a line that says what it holds, then each table as COPY writes it, its end ("\.")
// and a line with its count and checksum. Last in the file, outside of everything, is a line with the checksum of all
// before it: a file that was cut off or changed is known before anything is done with it.
import { createHash } from "node:crypto";
import { z } from "zod";

export const formatVersion = 1;

export const header = z.object({
  vouch: z.literal("backup"),
  madeAt: z.iso.datetime(),
  /** The database's state: the migrations applied, with the SHA-256 of each. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })).min(1),
  /** Who is referred to comes first. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()).min(1) })).min(1),
  /** Background jobs that were waiting or at work. */
  jobs: z.array(
    z.object({
      name: z.string(),
      data: z.unknown(),
      options: z.record(z.string(), z.union([z.number(), z.boolean()]).nullable()),
    }),
  ),
});
export type Header = z.infer<typeof header>;

export const tableEnd = z.object({ table: z.string(), rows: z.number().int(), sha256: z.string() });
export type TableEnd = z.infer<typeof tableEnd>;

export const rowsEnd = "\\.\n";

/** The last line of the file. */
export const trailer = (sha256: string, version = formatVersion) => `vouch-backup ${version} sha256 ${sha256}\n`;
export const trailerPattern = /vouch-backup (\d+) sha256 ([0-9a-f]{64})\n$/;
/** Longer than any trailer. */
export const trailerRoom = 128;

const newline = 10;

/** Counts and sums up the rows of one table, as COPY writes them, in the order of its key. */
export class Tally {
  private rows = 0;
  private readonly hash = createHash("sha256");

  constructor(private readonly table: string) {}

  async *over(rows: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of rows) {
      this.hash.update(piece);
      for (let at = piece.indexOf(newline); at >= 0; at = piece.indexOf(newline, at + 1)) this.rows++;
      yield piece;
    }
  }

  /** To be asked once, after the last row. */
  end(): TableEnd {
    return { table: this.table, rows: this.rows, sha256: this.hash.digest("hex") };
  }
}

export const isEqual = (one: TableEnd, other: TableEnd) =>
  one.table === other.table && one.rows === other.rows && one.sha256 === other.sha256;
