"use client";

import { useEffect, useRef, useState } from "react";
import { findContactsAction } from "@/lib/interactions/actions";
import type { ContactChoice } from "@/lib/interactions/schema";

type Answer = { query: string; found: ContactChoice[]; failed: boolean };

/** The pause in typing after which it is worth asking. */
const pauseMs = 120;

/** Contacts matching what is typed: `ready` once the answer is the one to this very query. */
export function useContactSearch(typed: string): Answer & { ready: boolean } {
  const query = typed.trim();
  const [answer, setAnswer] = useState<Answer>({ query: "", found: [], failed: false });
  const latest = useRef(query);

  useEffect(() => {
    latest.current = query;
    if (query === "") return;
    const timer = setTimeout(async () => {
      const found = await findContactsAction(query).catch(() => null);
      if (latest.current === query) setAnswer({ query, found: found ?? [], failed: found === null });
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [query]);

  if (query === "") return { query, found: [], failed: false, ready: true };
  // Until the answer comes, those of the last one that still fit are better than nothing.
  const fitting = answer.found.filter(({ name }) => name.toLowerCase().includes(query.toLowerCase()));
  return answer.query === query ? { ...answer, ready: true } : { query, found: fitting, failed: false, ready: false };
}
