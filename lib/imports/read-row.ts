// Which reader a row of a file goes to.
import { readConnection } from "./connections/read";
import { readAddressBookRow } from "./contacts/read";
import { readEndorsement } from "./endorsements/read";
import type { CsvRow } from "./file/csv-rows";
import type { Header } from "./file/headers";
import type { ReadRow } from "./file/staged-row";
import { readInvitation } from "./invitations/read";
import { readMessage } from "./messages/read";
import { readNote } from "./notes/read";
import { readRecommendation } from "./recommendations/read";
import { readTableRow } from "./tables/read";

const dayMs = 86_400_000;

/** One row as it waits for the decision; never throws, whatever it holds. */
export function readRow(row: CsvRow, header: Header, now: Date): ReadRow {
  switch (header.kind) {
    case "CONNECTIONS":
      // A day's grace: the owner's today may be ahead of the server's.
      return { row: readConnection(row, header, new Date(now.getTime() + dayMs).toISOString().slice(0, 10)) };
    case "MESSAGES":
      return readMessage(row, header, now);
    case "INVITATIONS":
      return readInvitation(row, header, now);
    case "NOTES":
      return readNote(row, header);
    case "CONTACTS":
      return readAddressBookRow(row, header);
    case "RECOMMENDATIONS_GIVEN":
    case "RECOMMENDATIONS_RECEIVED":
      return readRecommendation(row, header, now);
    case "ENDORSEMENTS_GIVEN":
    case "ENDORSEMENTS_RECEIVED":
      return readEndorsement(row, header);
    case "TABLE":
      return readTableRow(row, header.columns);
  }
}
