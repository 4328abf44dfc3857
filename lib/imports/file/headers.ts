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
export type HeaderOf<Kind extends TableKind> = Place & { kind: Kind; columns: Columns<ColumnOf<Kind>> };
/** A table of people from elsewhere. `targets`: what its columns were taken for, where only the owner can tell. */
export type TableHeader = Place & { kind: "TABLE"; names: string[]; columns: Column[]; targets: KnownTargets | null };
export type Header = { [Kind in TableKind]: HeaderOf<Kind> }[TableKind] | TableHeader;

/** A header is of a kind when it has all of these; the first kind that fits is it. */
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

/** What a row of the file says as a header, or null where it isn't one. */
export function recogniseHeader(row: CsvRow, fileName: string): Header | null {
  const { cells } = row;
  const names = cells.map(comparable);
  const place = placeOf(row);
  for (const kind of Object.keys(marks) as TableKind[]) {
    if (!namesFit(kind, fileName)) continue;
    const columns = columnsOf(names, columnsOfKind[kind]);
    if (marks[kind].every((name) => columns[name] !== undefined)) return { ...place, kind, columns } as Header;
  }
  const columns = vouchColumns(cells) ?? googleColumns(cells) ?? outlookColumns(cells);
  return columns && { ...place, kind: "TABLE", names: cells, columns, targets: null };
}

export function placeOf({ line, cells }: CsvRow): Place {
  return { line, width: cells.length, isOurs: isVouchCsv(cells) };
}

const received = /received|erhalten|empfangen|re[cç]ue|recibid|recebid/i;
const given = /given|gegeben|erteilt|donn[eé]e|dadas|dados|realizad|emitid|concedid|feitas/i;

/** Both files of recommendations have the same header: only their names tell who wrote for whom. */
function namesFit(kind: ImportKind, fileName: string): boolean {
  if (kind === "RECOMMENDATIONS_RECEIVED") return received.test(fileName);
  return kind !== "RECOMMENDATIONS_GIVEN" || given.test(fileName);
}

function columnsOf(names: string[], known: Record<string, readonly string[]>): Columns<string> {
  const columns: Columns<string> = {};
  for (const [name, spellings] of Object.entries(known)) {
    const comparables = spellings.map(comparable);
    const index = names.findIndex((found) => comparables.includes(found));
    if (index >= 0) columns[name] = index;
  }
  return columns;
}
