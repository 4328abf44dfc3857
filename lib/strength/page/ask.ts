import "server-only";
import { dayOf } from "@/lib/dates/format";
import { asOwner, type OwnerId } from "@/lib/db";
import { earliest, spanOf } from "../history/span";
import { askWhatIf } from "../what-if/ask";
import { supposedHeat } from "../what-if/heat";
import { getStrengthPage } from "./data";
import { type AskedParams, momentOfDay, readStrengthQuery } from "./schema";

/**
 * Everything the strength page shows for what its address asks; null where the contact isn't the owner's or is in the
 * trash. `now` is the moment it is asked, `timeZone` the owner's.
 */
export async function askStrengthPage(
  owner: OwnerId,
  contactId: string,
  params: AskedParams,
  timeZone: string,
  now = new Date(),
) {
  const today = dayOf(now, timeZone);
  const { query, errors } = readStrengthQuery(params, today);
  const at = momentOfDay(query.at, today, timeZone);
  const asked = at === undefined ? null : Date.parse(at);
  const shown = { now: now.getTime(), years: Number(query.years ?? 2), moments: [asked] };
  const since = new Date(earliest(shown)).toISOString();
  const page = await asOwner(owner, (db) => getStrengthPage(db, contactId, { at, since }), { snapshot: true });
  if (!page) return null;
  const answer = await askWhatIf(owner, contactId, query, { now: now.toISOString(), today, timeZone });

  const { contact, history, day } = page;
  const { verdict, rules } = page.today.standing;
  const supposed = supposedHeat(answer, history);
  const cools = rules.warm.met && rules.warm.until !== null ? Date.parse(rules.warm.until) : null;
  const span = spanOf({ ...shown, firstAt: history.firstAt, moments: [asked, cools, supposed?.at ?? null] });
  const when: "past" | "today" | "future" = asked === null ? "today" : asked < shown.now ? "past" : "future";
  return {
    contact,
    verdict,
    asked: { query, errors, today },
    picture: { history, span, now: shown.now, asked: { day: asked, supposed } },
    days: { first: dayOf(new Date(span.from), timeZone), last: dayOf(new Date(span.to), timeZone) },
    day: { ...day, when, firstAt: history.firstAt },
    answer,
  };
}
