// The columns of the list as one text, "verdict strength:140 company": which, in which order, and how wide (pixels) where
// somebody made them so. Safe in the browser.

/** The usual width of each, in pixels. The name takes what is left. */
export const columnWidths = {
  verdict: 152,
  strength: 132,
  contacted: 118,
  tags: 170,
  company: 180,
  position: 190,
  location: 150,
  followUp: 200,
  rules: 96,
  readyUntil: 130,
  connectedOn: 130,
  status: 140,
  howWeMet: 220,
  added: 120,
} as const;
export type ColumnName = keyof typeof columnWidths;
export type Column = { name: ColumnName; width: number };

export const columnNames = Object.keys(columnWidths) as ColumnName[];
export const narrowest = 80;
export const widest = 480;

export const usualColumns: Column[] = (["verdict", "strength", "contacted", "tags"] as const).map((name) => ({
  name,
  width: columnWidths[name],
}));

export const fitting = (width: number) => Math.round(Math.min(widest, Math.max(narrowest, width)));

/** What can't be read is left out; where nothing is written, the usual ones. */
export function readColumns(text: string): Column[] {
  const columns = new Map<ColumnName, Column>();
  for (const part of text.split(" ")) {
    const [written, width = ""] = part.split(":");
    const name = columnNames.find((known) => known === written);
    if (name) columns.set(name, { name, width: /^\d{1,4}$/.test(width) ? fitting(Number(width)) : columnWidths[name] });
  }
  if (text.trim() === none) return [];
  return columns.size > 0 ? [...columns.values()] : usualColumns;
}

/** The name alone. */
const none = "name";

export function writeColumns(columns: readonly Column[]): string {
  if (columns.length === 0) return none;
  return columns.map(({ name, width }) => (width === columnWidths[name] ? name : `${name}:${width}`)).join(" ");
}
