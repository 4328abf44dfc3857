// What a date field sent, a date or words, as the day it means on the owner's clock. The server decides; the browser only echoes.
import type { Account } from "@/lib/account/schema";
import { Refusal } from "@/lib/refusal";
import type { DayAndTime } from "./moment";
import { readWords, type Said } from "./words";

type Owner = Pick<Account, "locale" | "timeZone">;
type Field = { field: string; prefer: "past" | "future" };

/** The day (2026-11-22). Throws the Refusal `dateWords` on `field`. */
export function typedDay(typed: string, owner: Owner, field: Field): string {
  return read(typed, owner, field).day;
}

/** Of something that happened; a time that stands among the words counts, not the one beside them. Throws the Refusal `dateWords` on `field`. */
export function typedWhen(typed: DayAndTime, owner: Owner, field = "day"): DayAndTime {
  const { day, time } = read(typed.day, owner, { field, prefer: "past" });
  return { day, time: time ?? typed.time };
}

function read(typed: string, { locale, timeZone }: Owner, { field, prefer }: Field): Said {
  const said = readWords(typed, { locale, timeZone, now: new Date(), prefer });
  if (!said) throw new Refusal("dateWords", field);
  return said;
}
