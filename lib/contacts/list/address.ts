import type { ContactQuery } from "./schema";

/** The list's address with `change` made to the query. A change starts at the first page; defaults stay out of it. */
export function contactsAddress(query: ContactQuery, change: Partial<ContactQuery> = {}): `/contacts${string}` {
  const { q, verdict, missing, band, status, soon, tag, sort, before, after } = {
    ...query,
    before: undefined,
    after: undefined,
    ...change,
  };
  const parts = {
    q,
    verdict,
    missing,
    band,
    status,
    soon,
    tag,
    sort: sort === "name" ? undefined : sort,
    before,
    after,
  };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parts)) if (value) search.set(name, value);
  return search.size > 0 ? `/contacts?${search}` : "/contacts";
}
