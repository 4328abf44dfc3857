import type { StrengthQuery } from "./schema";

/** The address of a contact's strength page that asks this. */
export function strengthAddress(contactId: string, query: StrengthQuery): `/contacts/${string}/strength${string}` {
  const asked = Object.entries(query).filter((part): part is [string, string] => part[1] !== null);
  const search = new URLSearchParams(asked).toString();
  return `/contacts/${contactId}/strength${search && `?${search}`}`;
}
