"use client";

import { useEffect, useState } from "react";
import type { Found, Start } from "@/lib/search/schema";

/** The pause in typing after which it is worth asking. */
const pauseMs = 60;

/** What was answered to `query`; null where nothing came. */
type Answer = { query: string } & ({ start: Start } | { found: Found } | { failed: true });

/** The answer to what is typed: the last one that came, `isReady` once it is the one to this. Older questions are called off. */
export function useAnswer(typed: string): { query: string; answer: Answer | null; isReady: boolean } {
  const query = typed.trim();
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    const obsolete = new AbortController();
    const ask = async () => {
      try {
        const said = await post<Found | Start>("/api/search", { q: query }, obsolete.signal);
        setAnswer({ query, ...(query === "" ? { start: said as Start } : { found: said as Found }) });
      } catch {
        if (!obsolete.signal.aborted) setAnswer({ query, failed: true });
      }
    };
    const timer = setTimeout(ask, query === "" ? 0 : pauseMs);
    return () => {
      clearTimeout(timer);
      obsolete.abort();
    };
  }, [query]);
  return { query, answer, isReady: answer?.query === query };
}

/** Throws where the answer isn't one. */
export async function post<Said>(address: string, question: object, signal: AbortSignal): Promise<Said> {
  const response = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(question),
    signal,
  });
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return response.json();
}
