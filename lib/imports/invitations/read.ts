// One row of Invitations.csv, of any era.
import type { CsvRow } from "../file/csv-rows";
import type { HeaderOf } from "../file/headers";
import { linkedInDate } from "../file/linkedin-dates";
import { sourceId } from "../file/source-id";
import { asWritten, cellReader, filled, hasStrayCells, isBlank, longest, type ReadRow } from "../file/staged-row";
import { hiddenMember, participant } from "../people/key";
import { invitationColumns } from "./columns";

const outgoing = /^(outgoing|sent|ausgehend|gesendet|sortante?|envoyée?|saliente|enviad[ao]|saída)$/i;
const incoming = /^(incoming|received|eingehend|erhalten|entrante?|reçue?|recibid[ao]|recebid[ao]|entrada)$/i;
const dayMs = 86_400_000;

export function readInvitation(
  { line, cells }: CsvRow,
  { columns, width }: HeaderOf<"INVITATIONS">,
  now: Date,
): ReadRow {
  const cell = cellReader(columns, cells);
  const out = (outcome: "SKIPPED" | "FAILED", reason: string): ReadRow => ({
    row: { line, fields: asWritten(invitationColumns, cell), outcome, reason },
  });

  if (cells.every(isBlank)) return out("SKIPPED", "blank");
  if (hasStrayCells(cells, width)) return out("FAILED", "columns");
  const isOutgoing = outgoing.test(cell("direction").trim());
  if (!isOutgoing && !incoming.test(cell("direction").trim())) return out("FAILED", "direction");
  const date = linkedInDate(cell("sentAt"));
  if (!date) return out("FAILED", "date");
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
