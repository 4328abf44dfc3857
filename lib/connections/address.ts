import type { ConnectionQuery } from "./schema";

/** The review's address with `change` made to the query. A change starts at the first page; defaults stay out of it. */
export function connectionsAddress(query: ConnectionQuery, change: Partial<ConnectionQuery> = {}) {
  const { show, q, sort, after } = { ...query, after: undefined, ...change };
  const parts = { show: show === "all" ? "" : show, q, sort: sort === "weakest" ? "" : sort, after };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parts)) if (value) search.set(name, value);
  return (search.size > 0 ? `/connections?${search}` : "/connections") as `/connections${string}`;
}
