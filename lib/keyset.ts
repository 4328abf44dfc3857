// Where a page of a list ends that is ordered by moment and id: an address says it, and the next page begins after it.

export type Cursor = { at: string; id: string };

/** `at`: the moment to the microsecond, as Postgres keeps it: to_char(…, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') in UTC. */
export const writeCursor = ({ at, id }: Cursor): string => `${at}_${id}`;

/** Undefined for what is no cursor. */
export function readCursor(text: string | undefined): Cursor | undefined {
  const [, at, id] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)_([0-9a-f-]{36})$/.exec(text ?? "") ?? [];
  return at !== undefined && id !== undefined ? { at, id } : undefined;
}
