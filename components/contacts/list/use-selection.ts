"use client";

import { useCallback, useMemo, useState } from "react";
import type { SentSelection } from "@/lib/contacts/list/bulk/schema";

/** Some, chosen one by one, or all that match except some: nobody needs to know who they all are. */
type Chosen = { all: boolean; ids: ReadonlySet<string> };
const nobody: Chosen = { all: false, ids: new Set() };

export type Selection = ReturnType<typeof useSelection>;

/** Who is selected of the `count` whom the filter (as text) finds. */
export function useSelection(count: number, filter: string) {
  const [chosen, setChosen] = useState(nobody);
  const set = useCallback((ids: string[], on: boolean) => {
    setChosen(({ all, ids: before }) => {
      const changed = new Set(before);
      for (const id of ids) {
        if (on !== all) changed.add(id);
        else changed.delete(id);
      }
      return { all, ids: changed };
    });
  }, []);
  return useMemo(() => {
    const size = chosen.all ? Math.max(0, count - chosen.ids.size) : chosen.ids.size;
    const named = [...chosen.ids].join(" ");
    const sent: SentSelection = chosen.all
      ? { all: "on", query: filter, chosen: "", except: named }
      : { query: "", chosen: named, except: "" };
    return {
      size,
      /** All that match, without exception. */
      isAll: chosen.all && chosen.ids.size === 0,
      /** Chosen one by one; empty where all are. */
      ids: chosen.all ? [] : [...chosen.ids],
      has: (id: string) => chosen.ids.has(id) !== chosen.all,
      set,
      selectAll: () => setChosen({ all: true, ids: new Set() }),
      clear: () => setChosen(nobody),
      /** For a form: who is meant. */
      sent,
    };
  }, [chosen, count, filter, set]);
}
