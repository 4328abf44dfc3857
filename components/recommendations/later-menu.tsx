import { useReader } from "@/components/ui/date";
import { dayOf } from "@/lib/dates/format";
import { daysAfter, monthsAfter } from "@/lib/dates/moment";
import { type Due, LaterChoices } from "./later-choices";

/**
 * Due on another day, or on none: a native disclosure, so it works without script; opening one closes the others. In a
 * row it is a small sign and opens over the page, elsewhere it makes room for itself. Its days are counted here, on the
 * server: the browser needs no calendar for it.
 */
export function LaterMenu({ item, name, inRow = false }: { item: Due; name: string; inRow?: boolean }) {
  const { now, timeZone } = useReader();
  const today = dayOf(now, timeZone);
  return (
    <LaterChoices item={item} name={name} inRow={inRow} week={daysAfter(today, 7)} month={monthsAfter(today, 1)} />
  );
}
