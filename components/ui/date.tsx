import { useLocale, useNow, useTimeZone } from "next-intl";
import { dayOf, formatDay, formatMoment, formatNearDay, type Reader } from "@/lib/dates/format";

/** Whoever is looking: language, zone and time of this request. For server and client components. */
export function useReader(): Reader {
  return { locale: useLocale(), timeZone: useTimeZone() ?? "UTC", now: useNow() };
}

/** A calendar day (YYYY-MM-DD): "9 Nov", "3 Mar 2027"; with `near` also "today", "in 3 days". */
export function Day({ day, near = false }: { day: string; near?: boolean }) {
  const reader = useReader();
  return <time dateTime={day}>{near ? formatNearDay(day, reader) : formatDay(day, reader)}</time>;
}

/** The day of a moment (ISO) on the reader's calendar; pointing at it tells the time as well. */
export function DayOf({ moment, near = false }: { moment: string; near?: boolean }) {
  const reader = useReader();
  const day = dayOf(moment, reader.timeZone);
  return (
    <time dateTime={moment} title={formatMoment(moment, reader)}>
      {near ? formatNearDay(day, reader) : formatDay(day, reader)}
    </time>
  );
}

/** A moment (ISO) with its time: "9 Nov, 14:30". */
export function Moment({ at }: { at: string }) {
  return <time dateTime={at}>{formatMoment(at, useReader())}</time>;
}
