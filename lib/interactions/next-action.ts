import { dayOf } from "@/lib/dates/format";
import { type Asking, findWords } from "@/lib/dates/words";

const weekMs = 7 * 86_400_000;

/**
 * A follow-up in one's own words: "call next Tuesday at 2pm" is "Call, 14:00", due that day. Without a day it is due in a
 * week; with nothing but a day it is called by the words. A day is all a follow-up has, so a time stands in its title.
 */
export function nextAction(
  words: string,
  { locale, timeZone, now }: Omit<Asking, "prefer">,
): { followUpTitle: string; followUpDue: string } {
  const found = findWords(words, { locale, timeZone, now, prefer: "future" });
  const what = found?.rest || words.trim();
  const title = `${what.slice(0, 1).toLocaleUpperCase(locale)}${what.slice(1)}`;
  return {
    followUpTitle: found?.time && found.rest ? `${title}, ${found.time}` : title,
    followUpDue: found?.day ?? dayOf(new Date(now.getTime() + weekMs), timeZone),
  };
}
