"use client";

import { useEffect, useState } from "react";
import type { Peek } from "@/lib/search/schema";
import { post } from "./use-answer";

/** One person at a glance: undefined until it is there, null where it didn't come. */
export function usePeek(contactId: string): Peek | null | undefined {
  const [seen, setSeen] = useState<{ contactId: string; peek: Peek | null }>();
  useEffect(() => {
    const obsolete = new AbortController();
    post<Peek>("/api/search/peek", { contactId }, obsolete.signal).then(
      (peek) => setSeen({ contactId, peek }),
      () => obsolete.signal.aborted || setSeen({ contactId, peek: null }),
    );
    return () => obsolete.abort();
  }, [contactId]);
  return seen?.contactId === contactId ? seen.peek : undefined;
}
