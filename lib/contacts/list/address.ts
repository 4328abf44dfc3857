import { writeFilter } from "./filter/syntax";
import { type ContactQuery, usualWay } from "./query";

/** The list's address with `change` made to the query. A change starts at the first page; defaults stay out of it. */
export function contactsAddress(query: ContactQuery, change: Partial<ContactQuery> = {}): `/contacts${string}` {
  const parts = searchOf({ ...query, before: undefined, after: undefined, ...change });
  const search = Object.entries(parts).flatMap(([name, value]) => (value ? [`${name}=${readable(value)}`] : []));
  return search.length > 0 ? `/contacts?${search.join("&")}` : "/contacts";
}

/** The parts of the address, by their names. */
export function searchOf({ terms, sort, reversed, view, before, after }: ContactQuery) {
  const other = usualWay[sort] === "asc" ? "desc" : "asc";
  return {
    q: writeFilter(terms),
    sort: sort === "name" ? undefined : sort,
    order: reversed ? other : undefined,
    ...{ view, before, after },
  };
}

/** A filter reads in the address as it was typed, as far as an address can say it. */
const readable = (value: string) =>
  encodeURIComponent(value).replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%20", "+");
