// One row of Invitations.csv, of any era.
import type { CsvRow } from "../file/csv-rows";
import type { HeaderOf } from "../file/headers";
import { linkedInDate } from "../file/linkedin-dates";
import { sourceId } from "../file/source-id";
import { asWritten, cellReader, filled, hasStrayCells, isBlank, longest, type ReadRow } from "../file/staged-row";
import { hiddenMember, participant } from "../people/key";
import { invitationColumns } from "./columns";

/** Without accents. */
const outgoing = /^(outgoing|sent|ausgehend|gesendet|ausgang|sortante?|envoyee?|saliente|enviad[ao]|(de )?saida)$/i;
const incoming =
  /^(incoming|received|eingehend|empfangen|erhalten|eingang|entrante?|recue?|recibid[ao]|recebid[ao]|(de )?entrada)$/i;
const dayMs = 86_400_000;

export function readInvitation(
  { line, cells }: CsvRow,
  { columns, width, dates }: HeaderOf<"INVITATIONS">,
  now: Date,
): ReadRow {
  const cell = cellReader(columns, cells);
  const out = (outcome: "SKIPPED" | "FAILED", reason: string): ReadRow => ({
    row: { line, fields: asWritten(invitationColumns, cell), outcome, reason },
  });

  if (cells.every(isBlank)) return out("SKIPPED", "blank");
  if (hasStrayCells(cells, width)) return out("FAILED", "columns");
  const said = cell("direction").trim().normalize("NFD").replace(/\p{M}/gu, "");
  const isOutgoing = outgoing.test(said);
  if (!isOutgoing && !incoming.test(said)) return out("FAILED", "direction");
  const date = linkedInDate(cell("sentAt"), dates);
  if (typeof date === "string") return out("FAILED", date);
  // The file names no zone: the owner's clock may be ahead of ours.
  if (date.at.getTime() > now.getTime() + dayMs) return out("FAILED", "future");
  const name = cell(isOutgoing ? "to" : "from").trim();
  const address = cell(isOutgoing ? "invitee" : "inviter");
  if (hiddenMember.test(name) || (!name && isBlank(address))) return out("SKIPPED", "hiddenMember");
  if (name.length > longest.name || cell("message").length > longest.prose) return out("FAILED", "tooLong");

  const other = participant(address, name);
  const direction = isOutgoing ? "OUTGOING" : "INCOMING";
  return {
    row: {
      line,
      fields: filled({
        direction,
        fullName: name || other.key,
        at: date.at.toISOString(),
        note: cell("message").trim(),
      }),
      proposedId: sourceId(["invitation", direction, other.key], date.at),
      people: [other.key],
    },
    participants: [other],
  };
}
