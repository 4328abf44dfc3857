import { dateFormat, dayOf, type Reader } from "@/lib/dates/format";
import { listInWords } from "@/lib/i18n/list";
import { firstName, type NoteRecord } from "@/lib/invitations/note";
import type { ReadyRecord } from "./schema";

/** What a note may say of this record, in the words and dates of whoever writes it. */
export function noteRecord(record: ReadyRecord, yourName: string, reader: Reader): NoteRecord {
  const { met, spoke, howWeMet, commonGround, goal, expertise } = record;
  return {
    firstName: firstName(record.fullName),
    lastMet: met && longDay(met.last, reader),
    lastSpoke: spoke && longDay(spoke.last, reader),
    whereYouMet: phrase(howWeMet),
    commonGround: commonGround.length > 0 ? listInWords(commonGround.slice(0, 2), reader.locale) : null,
    goal: phrase(goal),
    expertise: phrase(expertise),
    yourName: firstName(yourName) ?? (yourName.trim() || null),
  };
}

/** "9 November"; with its year where that is another one. */
function longDay(day: string, reader: Reader): string {
  const sameYear = day.slice(0, 4) === dayOf(reader.now, reader.timeZone).slice(0, 4);
  const year = sameYear ? undefined : "numeric";
  return dateFormat(reader.locale, { day: "numeric", month: "long", year, timeZone: "UTC" }).format(new Date(day));
}

/** The first line of what was written, without the full stop a sentence around it brings itself. */
function phrase(written: string | null): string | null {
  const [line = ""] = written?.trim().split("\n") ?? [];
  return line.trim().replace(/(?<![.\s])[.\s]+$/, "") || null;
}
