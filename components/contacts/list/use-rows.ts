"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { searchOf } from "@/lib/contacts/list/address";
import { batchSize, type ContactQuery, type ContactSummary, type Rows } from "@/lib/contacts/list/query";

type Known = ReadonlyMap<number, ContactSummary>;

/** More rows than these are forgotten again, the farthest first. */
const mostKept = 2000;

/**
 * The list's rows by their number: those that came with the page, and what is fetched as one scrolls, beside what is known
 * by its cursor, and after a jump by its number. `want` asks for a stretch; `failed` says that the last one didn't come.
 */
export function useRows(query: ContactQuery, contacts: ContactSummary[], start: number) {
  const given = useCallback(
    (): Known => new Map(contacts.map((contact, index) => [start + index, contact])),
    [contacts, start],
  );
  const [rows, setRows] = useState(given);
  const [failed, setFailed] = useState(false);
  const known = useRef(rows);
  known.current = rows;
  const asking = useRef<{ first: number; last: number; stop: AbortController } | null>(null);

  // The page was shown anew (something changed): what was fetched before may be old.
  const shown = useRef(contacts);
  useEffect(() => {
    if (shown.current === contacts) return;
    shown.current = contacts;
    asking.current?.stop.abort();
    asking.current = null;
    setRows(given());
  }, [contacts, given]);

  const want = useCallback(
    async (first: number, last: number): Promise<boolean> => {
      const missing = missingIn(known.current, first, last);
      if (missing === null) return true;
      const { current } = asking;
      if (current && current.first <= missing && missing <= current.last) return false; // on its way
      current?.stop.abort();
      const request = requestFor(known.current, missing, lastMissing(known.current, first, last));
      const asked = { first: request.first, last: request.first + batchSize - 1, stop: new AbortController() };
      asking.current = asked;
      try {
        const { contacts: found } = await fetchRows(query, request.ask, asked.stop.signal);
        const from = request.isBackwards ? request.first + batchSize - found.length : request.first;
        setRows((before) => near(new Map([...before, ...found.map((row, at) => [from + at, row] as const)]), missing));
        setFailed(false);
        return true;
      } catch {
        if (!asked.stop.signal.aborted) setFailed(true);
        return false;
      } finally {
        if (asking.current === asked) asking.current = null;
      }
    },
    [query],
  );
  return { rows, want, failed };
}

/** What the list's own address leads to, in JSON. */
export async function fetchRows(query: ContactQuery, ask: Record<string, string>, signal?: AbortSignal): Promise<Rows> {
  const search = new URLSearchParams(ask);
  for (const [name, value] of Object.entries(searchOf({ ...query, before: undefined, after: undefined }))) {
    if (value) search.set(name, value);
  }
  const response = await fetch(`/api/contacts/rows?${search}`, { signal: signal ?? null });
  if (!response.ok) throw new Error(`The rows didn't come: ${response.status}`);
  return response.json();
}

function missingIn(rows: Known, first: number, last: number): number | null {
  for (let index = first; index <= last; index++) if (!rows.has(index)) return index;
  return null;
}

function lastMissing(rows: Known, first: number, last: number): number {
  for (let index = last; index > first; index--) if (!rows.has(index)) return index;
  return first;
}

type Request = { first: number; ask: Record<string, string>; isBackwards: boolean };

/** Beside a row that is known the list goes on from its cursor; anywhere else it is counted to. */
function requestFor(rows: Known, missing: number, last: number): Request {
  const before = rows.get(missing - 1);
  if (before) return { first: missing, ask: { after: before.cursor }, isBackwards: false };
  const after = rows.get(last + 1);
  if (after && last - missing < batchSize) {
    return {
      first: Math.max(0, last + 1 - batchSize),
      ask: { before: after.cursor },
      isBackwards: last + 1 >= batchSize,
    };
  }
  const first = Math.max(0, missing - 5);
  return { first, ask: { start: String(first) }, isBackwards: false };
}

function near(rows: Map<number, ContactSummary>, here: number): Known {
  if (rows.size <= mostKept) return rows;
  return new Map([...rows].filter(([index]) => Math.abs(index - here) < mostKept / 4));
}
