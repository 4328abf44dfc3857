// Which file is this, and which of its columns is which: by the header row, in the languages LinkedIn writes it in.
// Names are compared without case, accents, spaces, underscores, hyphens and BOM.
import { eventColumns } from "../calendar/columns";
import { connectionColumns } from "../connections/columns";
import { addressBookColumns } from "../contacts/columns";
import { endorsementColumns } from "../endorsements/columns";
import { invitationColumns } from "../invitations/columns";
import type { ImportKind } from "../kinds";
import { messageColumns } from "../messages/columns";
import { noteColumns } from "../notes/columns";
import { recommendationColumns } from "../recommendations/columns";
import { comparable } from "../tables/comparable";
import { googleColumns } from "../tables/google";
import type { KnownTargets } from "../tables/memory";
import { outlookColumns } from "../tables/outlook";
import type { Column } from "../tables/targets";
import { vouchColumns } from "../tables/vouch";
import { isVouchCsv } from "./csv-out";
import type { CsvRow } from "./csv-rows";
import { type DateOrder, dateOrder } from "./date-order";

/** Every column Vouch reads of a kind of file, under every name it is known by; the first is LinkedIn's own. */
export const columnsOfKind = {
  CONNECTIONS: connectionColumns,
  MESSAGES: messageColumns,
  INVITATIONS: invitationColumns,
  NOTES: noteColumns,
  CONTACTS: addressBookColumns,
  RECOMMENDATIONS_GIVEN: recommendationColumns,
  RECOMMENDATIONS_RECEIVED: recommendationColumns,
  ENDORSEMENTS_GIVEN: endorsementColumns,
  ENDORSEMENTS_RECEIVED: endorsementColumns,
  EVENTS: eventColumns,
} as const satisfies Record<ImportKind, Record<string, readonly string[]>>;

/** What LinkedIn hands out as tables. */
type TableKind = Exclude<ImportKind, "EVENTS">;
type ColumnOf<Kind extends TableKind> = keyof (typeof columnsOfKind)[Kind] & string;

/** Where each recognised column stands in a row. */
export type Columns<Name extends string> = Partial<Record<Name, number>>;

/** `isOurs`: a file of rows to mend that Vouch wrote. */
type Place = { line: number; width: number; isOurs: boolean };
export type HeaderOf<Kind extends TableKind> = Place & {
  kind: Kind;
  columns: Columns<ColumnOf<Kind>>;
  /** How its dates are to be read: withDates. */
  dates: DateOrder;
};
/** A table of people from elsewhere. `targets`: what its columns were taken for, where only the owner can tell. */
export type TableHeader = Place & { kind: "TABLE"; names: string[]; columns: Column[]; targets: KnownTargets | null };
export type Header = { [Kind in TableKind]: HeaderOf<Kind> }[TableKind] | TableHeader;

/** A header is of a kind when it has all of these. The first of them is in the language that the file is in. */
const marks: { [Kind in TableKind]: readonly ColumnOf<Kind>[] } = {
  CONNECTIONS: ["firstName", "connectedOn"],
  MESSAGES: ["from", "to", "date", "content"],
  INVITATIONS: ["from", "to", "sentAt", "direction"],
  NOTES: ["firstName", "note", "createdOn"],
  ENDORSEMENTS_RECEIVED: ["date", "skill", "endorserFirstName"],
  ENDORSEMENTS_GIVEN: ["date", "skill", "endorseeFirstName"],
  RECOMMENDATIONS_GIVEN: ["firstName", "text", "creationDate"],
  RECOMMENDATIONS_RECEIVED: ["firstName", "text", "creationDate"],
  CONTACTS: ["source", "firstName", "emails"],
};

/**
 * What a row of the file says as a header, or null where it isn't one. Of several kinds it is the one that knows most of
 * its columns; where two know as many, it is none.
 */
export function recogniseHeader(row: CsvRow, fileName: string): Header | null {
  const { cells } = row;
  const names = cells.map(comparable);
  const place = placeOf(row);
  const fitting = (Object.keys(marks) as TableKind[])
    .filter((kind) => namesFit(kind, fileName))
    .map((kind) => ({ kind, columns: columnsOf(names, kind) }))
    .filter(({ kind, columns }) => marks[kind].every((name) => columns[name] !== undefined))
    .map((found) => ({ ...found, known: new Set(Object.values(found.columns)).size }))
    .sort((a, b) => b.known - a.known);
  const [best, next] = fitting;
  if (best && best.known !== next?.known) {
    return { ...place, kind: best.kind, columns: best.columns, dates: dateOrder([], isEnglish(best, names)) } as Header;
  }
  const columns = vouchColumns(cells) ?? googleColumns(cells) ?? outlookColumns(cells);
  return columns && { ...place, kind: "TABLE", names: cells, columns, targets: null };
}

/** The header once the first rows below it are known: they show which number of a date is its day. */
export function withDates(header: Header, { cells }: CsvRow, below: readonly CsvRow[]): Header {
  if (header.kind === "TABLE") return header;
  const at = header.columns[dateOfKind[header.kind] as keyof typeof header.columns];
  const values = at === undefined ? [] : below.map((row) => row.cells[at] ?? "");
  return { ...header, dates: dateOrder(values, isEnglish(header, cells.map(comparable))) };
}

/** The date that is read of each kind. */
const dateOfKind: { [Kind in TableKind]?: ColumnOf<Kind> } = {
  CONNECTIONS: "connectedOn",
  MESSAGES: "date",
  INVITATIONS: "sentAt",
  RECOMMENDATIONS_GIVEN: "creationDate",
  RECOMMENDATIONS_RECEIVED: "creationDate",
};

function isEnglish({ kind, columns }: { kind: TableKind; columns: Columns<string> }, names: string[]): boolean {
  const [mark] = marks[kind];
  const [english = ""] = (columnsOfKind[kind] as Record<string, readonly string[]>)[mark ?? ""] ?? [];
  return names[columns[mark ?? ""] ?? -1] === comparable(english);
}

export function placeOf({ line, cells }: CsvRow): Place {
  return { line, width: cells.length, isOurs: isVouchCsv(cells) };
}

/** Without accents. */
const received = /received|erhalten|empfangen|recue|recibid|recebid/;
const given = new RegExp(
  [
    ...["given|gegeben|erteilt|verfasst|geschrieben|ausgesprochen|donnee|redigee|accordee"],
    ...["dadas|realizad|emitid|concedid|escritas|hechas|feitas|fornecid"],
  ].join("|"),
);

/** Both files of recommendations have the same header: only their names tell who wrote for whom. */
function namesFit(kind: ImportKind, fileName: string): boolean {
  if (kind !== "RECOMMENDATIONS_GIVEN" && kind !== "RECOMMENDATIONS_RECEIVED") return true;
  const name = comparable(fileName);
  if (received.test(name) === given.test(name)) return false; // it says neither, or both
  return (kind === "RECOMMENDATIONS_RECEIVED" ? received : given).test(name);
}

/** Of each kind its columns by every name they are known by, as names are compared. */
const namesOfKind = Object.fromEntries(
  Object.entries<Record<string, readonly string[]>>(columnsOfKind).map(([kind, columns]) => [
    kind,
    new Map(Object.entries(columns).flatMap(([column, known]) => known.map((name) => [comparable(name), column]))),
  ]),
) as Record<ImportKind, Map<string, string>>;

function columnsOf(names: string[], kind: TableKind): Columns<string> {
  const columns: Columns<string> = {};
  for (const [index, name] of names.entries()) {
    const column = namesOfKind[kind].get(name);
    if (column !== undefined) columns[column] ??= index;
  }
  return columns;
}
