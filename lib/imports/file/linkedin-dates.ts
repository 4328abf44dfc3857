// Dates as LinkedIn's files of every era and language write them, and as spreadsheets re-save them. What names no zone
// is read as UTC: the files don't say more.
import { type DateOrder, ordered } from "./date-order";

/** A moment of a file, or only its day (then at midnight UTC). */
export type FileDate = { at: Date; day: string };

/** Why a date can't be told, as a reason of its row: none of the known forms, or one that means either of two days. */
export type DateFault = "date" | "dayOrMonth";

/** Reads one date. `order` is how this file writes days as numbers: dateOrder. */
export function linkedInDate(text: string, order: DateOrder): FileDate | DateFault {
  const exact = exactMoment(text);
  if (exact) return exact;
  const plain = text
    .replace(/[\s\u200e\u200f]+/g, " ")
    .trim()
    .slice(0, 64);
  for (const { form, parts } of forms) {
    const match = form.exec(plain);
    if (!match) continue;
    const found = parts(
      match.slice(1).map((part) => part ?? ""),
      order,
    );
    return found ? (fileDate(found) ?? "date") : "dayOrMonth";
  }
  return "date";
}

const exactForm = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/;

/** 2023-12-01 10:11:12 UTC, as every row of messages.csv has it, in a tenth of the time; null where it needs another look. */
function exactMoment(text: string): FileDate | null {
  if (!exactForm.test(text)) return null;
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)];
  const [hours, minutes, seconds] = [digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, 19)];
  const isSure = year >= 1900 && month >= 1 && month <= 12 && hours < 24 && minutes < 60 && seconds < 60;
  const at = new Date(Date.UTC(year, month - 1, day, hours, minutes, seconds));
  return isSure && at.getUTCDate() === day ? { at, day: text.slice(0, 10) } : null; // 30 February is another day
}

function digits(text: string, from: number, before: number): number {
  let number = 0;
  for (let at = from; at < before; at++) number = number * 10 + text.charCodeAt(at) - 48;
  return number;
}

type Parts = { year: number; month: number; day: number; time?: string };

// 10:11:12 UTC · , 9:55 AM · , 1:05 p. m. · um 13:05 Uhr · à 13 h 05 · às 13:05
const time = String.raw`(?:[ ,T]+(?:(?:at|um|à|a las|às) )?(\d{1,2}(?::| ?h ?)\d{2}(?::\d{2})?(?:\.\d{1,9})?(?: ?[ap]\.? ?m\.?)?)(?: Uhr)?)?(?: ?(?:UTC|GMT|Z|\+00:?00))?`;

const forms: { form: RegExp; parts: (found: string[], order: DateOrder) => Parts | null }[] = [
  {
    // 2023-12-01 10:11:12 UTC · 2024/02/01 15:02:55 UTC · 2023-12-01
    form: new RegExp(`^(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})${time}$`, "i"),
    parts: ([year, month, day, clock]) => ({ year: Number(year), month: Number(month), day: Number(day), time: clock }),
  },
  {
    // 12/22/16, 9:55 AM · 1/5/2023 · 22/12/2016 10:11 · 22-12-2016
    form: new RegExp(`^(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4}|\\d{2})${time}$`, "i"),
    parts: ([first, second, year, clock], order) => {
      const found = ordered(Number(first), Number(second), order);
      return found && { year: fullYear(year), ...found, time: clock };
    },
  },
  {
    // 15.01.2024, as a German spreadsheet re-saves it
    form: new RegExp(`^(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4}|\\d{2})${time}$`, "i"),
    parts: ([day, month, year, clock]) => ({
      year: fullYear(year),
      month: Number(month),
      day: Number(day),
      time: clock,
    }),
  },
  {
    // 15 Jan 2024 · 7-Feb-22 · 15. Jan. 2024 · 15 de ene. de 2024 · 1er janv. 2024 · 15/jan/24
    form: new RegExp(
      `^(\\d{1,2})(?:er|º)?\\.?[ /-](?:de )?(\\p{L}{3,12})\\.?(?:,? |[/-])(?:de )?(\\d{4}|\\d{2})${time}$`,
      "iu",
    ),
    parts: ([day, name, year, clock]) => ({
      year: fullYear(year),
      month: monthNumber(name),
      day: Number(day),
      time: clock,
    }),
  },
  {
    // Jan 15, 2024
    form: new RegExp(`^(\\p{L}{3,12})\\.? (\\d{1,2}),? (\\d{4})${time}$`, "iu"),
    parts: ([name, day, year, clock]) => ({
      year: Number(year),
      month: monthNumber(name),
      day: Number(day),
      time: clock,
    }),
  },
];

/**
 * English, German, French, Spanish, Portuguese; and Italian, Dutch, Polish and Scandinavian, for what the owner says are
 * dates. Without accents and full stops, short and in full.
 */
const months = [
  "jan january januar janv janvier ene enero janeiro janner gen gennaio januari sty stycznia",
  "feb february februar feber fev fevr fevrier febrero fevereiro febbraio februari lut lutego",
  "mar march marz mrz mars marzo marco mrt maart marca marts",
  "apr april avr avril abr abril aprile kwi kwietnia",
  "may mai mayo maio mag maggio mei maj maja",
  "jun june juni juin junio junho giu giugno cze czerwca",
  "jul july juli juil juill juillet julio julho lug luglio lip lipca",
  "aug august aout ago agosto augustus augusti sie sierpnia",
  "sep sept september septembre septiembre setiembre set setembro settembre wrz wrzesnia",
  "oct october okt oktober octobre octubre out outubro ott ottobre paz pazdziernika",
  "nov november novembre noviembre novembro lis listopada",
  "dec december dez dezember decembre dic diciembre dezembro dicembre des desember gru grudnia",
].map((names) => new Set(names.split(" ")));

/** 1–12; 0 where no month has the name. */
function monthNumber(name = ""): number {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return months.findIndex((names) => names.has(plain)) + 1;
}

/** LinkedIn opened in 2003: two digits are of this century. */
function fullYear(year = ""): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}

function fileDate({ year, month, day, time: clock }: Parts): FileDate | null {
  const [hours, minutes, seconds] = clockTime(clock ?? "");
  const at = new Date(Date.UTC(year, month - 1, day, hours, minutes, seconds));
  const isReal = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  if (!isReal || year < 1900 || hours > 23 || minutes > 59 || seconds > 59) return null;
  return { at, day: at.toISOString().slice(0, 10) };
}

function clockTime(clock: string): [number, number, number] {
  const [, hours = "0", minutes = "0", seconds = "0", half = ""] =
    /^(\d+)(?::| ?h ?)(\d+)(?::(\d+))?(?:\.\d+)?(?: ?([ap]))?/i.exec(clock) ?? [];
  if (!half) return [Number(hours), Number(minutes), Number(seconds)];
  const onDial = Number(hours) >= 1 && Number(hours) <= 12;
  const hour = onDial ? (Number(hours) % 12) + (half.toLowerCase() === "p" ? 12 : 0) : 99;
  return [hour, Number(minutes), Number(seconds)];
}
