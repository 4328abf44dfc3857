import type { Sort } from "./query";

/** Where a page starts: at the row with this sort key, as Postgres writes it, and this id. */
export type Cursor = { key: string | null; id: string };

export const writeCursor = ({ key, id }: Cursor): string => (key === null ? id : `${id}.${encodeURIComponent(key)}`);

const keyOf: Record<Sort, RegExp> = {
  name: /^[^\0]*$/,
  strength: /^-?\d+(\.\d+)?(e[+-]?\d+)?$/,
  contacted: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00$/,
  newest: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00$/,
  company: /^[^\0]*$/,
  connected: /^\d{4}-\d\d-\d\d$/,
};

/** Sort keys that a contact may lack. */
const mayLack: Sort[] = ["strength", "contacted", "company", "connected"];

/** Undefined for what is no cursor of a list sorted that way: the list then starts at its beginning. */
export function readCursor(text: string | undefined, sort: Sort): Cursor | undefined {
  const [, id, key] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\.(.*))?$/s.exec(text ?? "") ?? [];
  if (id === undefined) return undefined;
  if (key === undefined) return mayLack.includes(sort) ? { id, key: null } : undefined;
  try {
    const decoded = decodeURIComponent(key);
    return keyOf[sort].test(decoded) ? { id, key: decoded } : undefined;
  } catch {
    return undefined;
  }
}
