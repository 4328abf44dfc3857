/** Someone a row names: the slug of their address, "urn:…", or "name:" and the name where the file tells no more. */
export type Participant = { key: string; name: string | null };

/** A row and everyone it names, by the keys it holds. */
export type ReadRow = { row: StagedRow; participants?: Participant[] };

/** A row of a file as it waits for the owner's decision: what it says, and what can be told without the database. */
export type StagedRow = {
  line: number;
  /** What the row says, by canonical names; empty values are left out. */
  fields: Record<string, string>;
  /** The row as it is, of a table whose columns only the owner can tell. */
  cells?: string[];
} & (
  | {
      /** The id of what the row would create. */
      proposedId: string;
      /** Keys of everyone the row names, the sender of a message first. */
      people: string[];
    }
  | { outcome: "SKIPPED" | "FAILED"; reason: string }
);

/** Cells by column name, "" where the column or the cell is missing. Text stays as it was written. */
export function cellReader<Name extends string>(columns: Partial<Record<Name, number>>, cells: string[]) {
  return (name: Name): string => {
    const index = columns[name];
    return (index === undefined ? undefined : cells[index]) ?? "";
  };
}

/** Every recognised cell of a row, for the owner to mend. */
export function asWritten<Name extends string>(known: Record<Name, unknown>, cell: (name: Name) => string) {
  return filled(Object.fromEntries((Object.keys(known) as Name[]).map((name) => [name, cell(name)])));
}

export const isBlank = (text: string) => text.trim() === "";

/** More cells than the header has columns: a delimiter stands where it shouldn't, and no cell can be trusted. */
export function hasStrayCells(cells: string[], width: number): boolean {
  return cells.length > width && cells.slice(width).some((cell) => !isBlank(cell));
}

export function filled(fields: Record<string, string | null | undefined>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name in fields) {
    const text = fields[name];
    if (text) found[name] = text;
  }
  return found;
}

/** Longer than any name or company; indexes of the database end at about 2,700 bytes. */
export const longest = { name: 300, text: 1000, email: 320, prose: 20_000 };

/** First and last name in one; "" where both are blank. */
export function fullName(...parts: string[]): string {
  return parts
    .filter((part) => !isBlank(part))
    .join(" ")
    .trim();
}
