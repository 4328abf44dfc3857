/** What stands before the file's own columns in a CSV of rows to mend; such a file is known by them when it comes back. */
export const ownColumns = ["Vouch line", "Vouch reason"];

/** The first column of the tables Vouch hands out, by which they are known in the same way. */
export const vouchId = "Vouch id";

/** Whether a header says that Vouch wrote the file, so that its apostrophes come off again. */
export function isVouchCsv(header: string[]): boolean {
  return header.includes(vouchId) || ownColumns.every((name) => header.includes(name));
}

/**
 * One row of a CSV going out. A cell that a spreadsheet would run as a formula gets an apostrophe in front, which
 * `withoutApostrophe` takes off again on the way in.
 */
export function csvRow(cells: string[]): string {
  return `${cells.map((cell) => quoted(/^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)).join(",")}\r\n`;
}

/** What the cell said before it went out. */
export function withoutApostrophe(cell: string): string {
  return /^''*[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
