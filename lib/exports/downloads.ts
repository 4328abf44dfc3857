// The files an owner can take, by the name their address ends in.
import "server-only";
import type { Account } from "@/lib/account/schema";
import { eventCells, eventHeader } from "@/lib/audit/csv";
import { listEventsToTake } from "@/lib/audit/data";
import type { Selection } from "@/lib/contacts/list/bulk/schema";
import type { OwnerDb } from "@/lib/db";
import { languageOf } from "@/lib/i18n/languages";
import { csvRow } from "@/lib/imports/file/csv-out";
import { listFollowUpsToTake } from "./calendar/data";
import { calendarEnd, calendarStart, followUpEvent, interactionEvent } from "./calendar/events";
import { calendarWords } from "./calendar/words";
import { contactCells, contactHeader } from "./contacts/csv";
import { listContactsToTake } from "./contacts/data";
import { vCard } from "./contacts/vcard";
import { everything } from "./everything";
import { interactionCells, interactionHeader } from "./interactions/csv";
import { listInteractionsToTake } from "./interactions/data";
import { pages } from "./pages";
import type { DownloadName } from "./schema";

type Asked = Pick<Account, "locale">;
/** `selection`: of the contacts only these; what isn't about contacts alone is taken whole. */
type Download = { type: string; write: (db: OwnerDb, asked: Asked, selection?: Selection) => AsyncGenerator<string> };

export const downloads: Record<DownloadName, Download> = {
  "everything.json": { type: "application/json", write: (db) => everything(db) },
  "contacts.csv": {
    type: "text/csv; charset=utf-8",
    write: (db, _account, selection) =>
      csv(contactHeader, contactCells, (after, most) => listContactsToTake(db, after, most, selection)),
  },
  "contacts.vcf": { type: "text/vcard; charset=utf-8", write: (db, _account, selection) => vCards(db, selection) },
  "interactions.csv": {
    type: "text/csv; charset=utf-8",
    write: (db) => csv(interactionHeader, interactionCells, (after, most) => listInteractionsToTake(db, after, most)),
  },
  "history.csv": {
    type: "text/csv; charset=utf-8",
    write: (db) => csv(eventHeader, eventCells, (after, most) => listEventsToTake(db, after, most)),
  },
  "calendar.ics": { type: "text/calendar; charset=utf-8", write: calendar },
};

/** With a byte order mark: without it a spreadsheet takes every letter beyond ASCII for something else. */
async function* csv<Row extends { id: string }>(
  header: string[],
  cells: (row: Row) => string[],
  list: (after: string | null, most: number) => Promise<Row[]>,
): AsyncGenerator<string> {
  yield `\uFEFF${csvRow(header)}`;
  for await (const page of pages(list)) yield page.map((row) => csvRow(cells(row))).join("");
}

async function* vCards(db: OwnerDb, selection: Selection | undefined): AsyncGenerator<string> {
  for await (const page of pages((after, most) => listContactsToTake(db, after, most, selection))) {
    yield page.map(vCard).join("");
  }
}

async function* calendar(db: OwnerDb, { locale }: Asked): AsyncGenerator<string> {
  const words = calendarWords(languageOf(locale));
  yield calendarStart;
  for await (const page of pages((after, most) => listFollowUpsToTake(db, after, most))) {
    yield page.map((followUp) => followUpEvent(followUp, words)).join("");
  }
  for await (const page of pages((after, most) => listInteractionsToTake(db, after, most))) {
    yield page.map((interaction) => interactionEvent(interaction, words, true)).join("");
  }
  yield calendarEnd;
}
