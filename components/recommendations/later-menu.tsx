import { useReader } from "@/components/ui/date";
import { dayOf } from "@/lib/dates/format";
import { daysAfter, monthsAfter } from "@/lib/dates/moment";
import type { Due, LaterDays } from "./later-form";
import { LaterInRow } from "./later-in-row";

/** Counted on the server, and once for a whole board: the browser needs no calendar for it. */
export function useLaterDays(): LaterDays {
  const { now, timeZone } = useReader();
  const today = dayOf(now, timeZone);
  return { week: daysAfter(today, 7), month: monthsAfter(today, 1) };
}

/** In a row of a list, Today's: its choices, with their days counted. */
export function LaterMenu({ item, name }: { item: Due; name: string }) {
  return <LaterInRow item={item} name={name} days={useLaterDays()} />;
}
