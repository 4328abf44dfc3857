// One row of messages.csv, of any era. A person is known by the slug of their address, or, in files without
// addresses, by "name:" and the name.
import { linkedInSlug } from "@/lib/contacts/linkedin-address";
import type { CsvRow } from "../file/csv-rows";
import type { HeaderOf } from "../file/headers";
import { linkedInDate } from "../file/linkedin-dates";
import { sourceId } from "../file/source-id";
import {
  asWritten,
  cellReader,
  filled,
  hasStrayCells,
  isBlank,
  type Participant,
  type ReadRow,
} from "../file/staged-row";
import { byName, hiddenMember, participant } from "../people/key";
import { type MessageColumn, messageColumns } from "./columns";

const yes = /^(yes|true|1|ja|wahr|oui|vrai|s[ií]|verdadero|sim|verdadeiro)$/i;
const spam =
  /^(spam|junk([- ]?e?-?mail)?|spamverdacht|(courrier |messages? )?ind[eé]sirables?|(correo )?no deseados?|lixo( eletr[oô]nico)?)$/i;

/** `now`: a message from the future is none. */
export function readMessage(
  { line, cells }: CsvRow,
  { columns, width, dates }: HeaderOf<"MESSAGES">,
  now: Date,
): ReadRow {
  const cell = cellReader(columns, cells);
  const from = cell("from").trim();
  const to = cell("to").trim();
  if (cells.every(isBlank)) return skipped(line, "blank");
  if (hasStrayCells(cells, width)) return failed(line, "columns", cell);
  if (yes.test(cell("messageDraft").trim()) || yes.test(cell("conversationDraft").trim())) {
    return skipped(line, "draft");
  }
  if (spam.test(cell("folder").trim())) return skipped(line, "spam");
  if (!from) return skipped(line, "sponsored");
  if (hiddenMember.test(from)) return skipped(line, "hiddenMember");
  const date = linkedInDate(cell("date"), dates);
  if (typeof date === "string") return failed(line, date, cell);
  if (date.at > now) return failed(line, "future", cell);

  const sender = participant(cell("senderUrl"), from);
  const recipients = recipientsOf(cell("recipientUrls"), to);
  if (recipients.length === 0) return skipped(line, hiddenMember.test(to) ? "hiddenMember" : "noRecipient");
  const notes = [cell("subject"), cell("content")].filter((text) => !isBlank(text)).join("\n\n");
  const conversation = cell("conversation").trim();
  const source = conversation ? [conversation] : [from, to];
  return {
    row: {
      line,
      fields: filled({ at: date.at.toISOString(), from, to, notes }),
      // Names and addresses change between two archives, so a conversation's id goes before them.
      proposedId: sourceId([...source, cell("subject"), cell("content")], date.at),
      people: [sender, ...recipients].map(({ key }) => key),
    },
    participants: [sender, ...recipients],
  };
}

/** What is left out leaves no text behind … */
function skipped(line: number, reason: string): ReadRow {
  return { row: { line, fields: {}, outcome: "SKIPPED", reason } };
}

/** … and what failed is kept until the owner has seen it. */
function failed(line: number, reason: string, cell: (name: MessageColumn) => string): ReadRow {
  return { row: { line, fields: asWritten(messageColumns, cell), outcome: "FAILED", reason } };
}

/** One name with a comma in it, or several: both readings, and the database tells which are people. */
function byNames(names: string): Participant[] {
  const parts = names.includes(",") ? names.split(",").map((part) => part.trim()) : [];
  return [names, ...new Set(parts.filter((part) => part && !hiddenMember.test(part)))].map(byName);
}

/** By address where there are addresses: they are joined by commas, and so are the names, which hold commas too. */
function recipientsOf(urls: string, names: string): Participant[] {
  const addresses = urls.includes(",") ? urls.split(/,(?=\s*(?:https?:|www\.|[a-z-]*\.?linkedin\.com))/i) : [urls];
  const slugs = addresses.flatMap((url) => linkedInSlug(url) ?? []);
  if (slugs.length === 0) return names && !hiddenMember.test(names) ? byNames(names) : [];
  const parts = slugs.length === 1 ? [names] : names.split(",");
  return [...new Set(slugs)].map((key, index) => ({
    key,
    name: parts.length === slugs.length ? parts[index]?.trim() || null : null,
  }));
}
