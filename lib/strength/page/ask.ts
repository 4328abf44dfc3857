import "server-only";
import { dayOf } from "@/lib/dates/format";
import { asOwner, type OwnerId } from "@/lib/db";
import { coolings } from "../history/curve";
import { heatsOf } from "../history/schema";
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
  const page = await asOwner(owner, (db) => getStrengthPage(db, contactId, { at, since }), {
    snapshot: true,
    keepsPlans: true,
  });
  if (!page) return null;
  const answer = await askWhatIf(owner, contactId, query, { now: now.toISOString(), today, timeZone });

  const { contact, history, day } = page;
  const { verdict } = page.today.standing;
  const supposed = supposedHeat(answer, history);
  const lasting = [heatsOf(history).at(-1), supposed].filter((heat) => heat != null);
  const cools = lasting.flatMap((heat) => coolings([heat], shown.now, Number.POSITIVE_INFINITY, history));
  const span = spanOf({ ...shown, firstAt: history.firstAt, moments: [asked, supposed?.at ?? null, ...cools] });
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
