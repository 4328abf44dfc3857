// One row of Recommendations_Given.csv or _Received.csv. It names no address: the database looks for the person.

import { mostCodePoints } from "../../recommendations/words";
import type { CsvRow } from "../file/csv-rows";
import type { HeaderOf } from "../file/headers";
import { linkedInDate } from "../file/linkedin-dates";
import { sourceId } from "../file/source-id";
import {
  asWritten,
  cellReader,
  filled,
  fullName,
  hasStrayCells,
  isBlank,
  longest,
  type ReadRow,
} from "../file/staged-row";
import { hiddenMember } from "../people/key";
import { recommendationColumns } from "./columns";

/** Asked for, written or taken back, but never shown on a profile. In the five languages, without accents. */
const unpublished = new RegExp(
  [
    ...["pending|draft|declin|reject|delet|withdraw|ignor", "ausstehend|entwurf|abgelehnt|geloscht|zuruckgezogen"],
    ...["attente|brouillon|refus|rejet|supprim|retir", "pendiente|borrador|rechazad|eliminad|descartad"],
    ...["pendente|rascunho|recusad|rejeitad|excluid|apagad"],
  ].join("|"),
  "i",
);

export function readRecommendation(
  { line, cells }: CsvRow,
  { kind, columns, width, dates }: HeaderOf<"RECOMMENDATIONS_GIVEN" | "RECOMMENDATIONS_RECEIVED">,
  now: Date,
): ReadRow {
  const cell = cellReader(columns, cells);
  const out = (outcome: "SKIPPED" | "FAILED", reason: string): ReadRow => ({
    row: { line, fields: asWritten(recommendationColumns, cell), outcome, reason },
  });

  if (cells.every(isBlank)) return out("SKIPPED", "blank");
  if (hasStrayCells(cells, width)) return out("FAILED", "columns");
  if (unpublished.test(cell("status").normalize("NFD").replace(/\p{M}/gu, ""))) return out("SKIPPED", "unpublished");
  const name = fullName(cell("firstName"), cell("lastName"));
  if (!name || hiddenMember.test(name)) return out("SKIPPED", "hiddenMember");
  const date = linkedInDate(cell("creationDate"), dates);
  if (typeof date === "string") return out("FAILED", date);
  if (date.at > now) return out("FAILED", "future");
  const company = cell("company").trim();
  if (name.length > longest.name || company.length > longest.text || [...cell("text")].length > mostCodePoints) {
    return out("FAILED", "tooLong");
  }
  return {
    row: {
      line,
      fields: filled({
        fullName: name,
        company,
        position: cell("jobTitle").trim(),
        text: cell("text"),
        at: date.at.toISOString(),
        // The person it would make, should they be nobody the owner knows; of one name there is one.
        newContactId: sourceId(["recommendation of", name.normalize("NFC").toLowerCase(), company.toLowerCase()]),
      }),
      proposedId: sourceId([kind, name.normalize("NFC").toLowerCase()], date.at),
      people: [],
    },
  };
}
