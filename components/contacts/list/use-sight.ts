"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Sight } from "./contact-table";

/** As tall as a row is said to be until one is measured. */
const guess = 56;
/** What lies over the list's ends: the bars above, a phone's below. */
const covered = { top: 132, bottom: 90 };

/**
 * Which of `count` rows are in sight. Until the script is there, all that came with the page are, and the list is as long
 * as they; then the scrollbar stands for everybody. Going back finds the place again.
 */
export function useSight(
  list: RefObject<HTMLElement | null>,
  count: number,
  start: number,
  given: number,
  density: string,
) {
  const [height, setHeight] = useState(guess);
  const [top, setTop] = useState<number | null>(null);
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => height,
    overscan: 12,
    scrollMargin: top ?? 0,
    scrollPaddingStart: covered.top,
    scrollPaddingEnd: covered.bottom,
    useFlushSync: false,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are of another height where the density is another
  useLayoutEffect(() => {
    const measure = () => {
      const row = list.current?.querySelector<HTMLElement>("tbody > tr[data-index]");
      if (!list.current || !row) return;
      setTop((list.current.querySelector("tbody")?.getBoundingClientRect().top ?? 0) + window.scrollY);
      setHeight(row.getBoundingClientRect().height);
    };
    measure();
    window.addEventListener("resize", measure);
    return () => window.removeEventListener("resize", measure);
  }, [density, list]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes are measured once for all rows
  useLayoutEffect(() => virtualizer.measure(), [height, virtualizer]);

  const isReady = top !== null;
  useReturn(isReady, start, virtualizer.scrollToIndex);

  const items = virtualizer.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  const drawn: Sight =
    isReady && first && last
      ? {
          indexes: items.map(({ index }) => index),
          before: first.start - top,
          after: Math.max(0, virtualizer.getTotalSize() + top - last.end),
        }
      : { indexes: Array.from({ length: given }, (_, index) => start + index), before: 0, after: 0 };

  const show = useCallback(
    (index: number, align: "auto" | "start" = "auto") => virtualizer.scrollToIndex(index, { align }),
    [virtualizer],
  );
  return { sight: drawn, isReady, show };
}

/** Where the list stood is kept with the page in the browser's history; a page further down begins there. */
function useReturn(
  isReady: boolean,
  start: number,
  scrollToIndex: (index: number, options: { align: "start" }) => void,
) {
  const done = useRef(false);
  useEffect(() => {
    if (!isReady || done.current) return;
    done.current = true;
    const kept: unknown = window.history.state?.listTop;
    if (typeof kept === "number") window.scrollTo(0, kept);
    else if (start > 0) scrollToIndex(start, { align: "start" });
  }, [isReady, start, scrollToIndex]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        window.history.replaceState({ ...window.history.state, listTop: window.scrollY }, "");
      }, 150);
    };
    window.addEventListener("scroll", keep, { passive: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener("scroll", keep);
    };
  }, []);
}
