"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState, useTransition } from "react";

const everyMs = 700;

/** Null while the server is away for a moment; the next look tells. */
async function look<Now>(address: string): Promise<Now | null> {
  try {
    const response = await fetch(address, { cache: "no-store" });
    return response.ok ? ((await response.json()) as Now) : null;
  } catch {
    return null;
  }
}

/**
 * How far something is that the server does in the background. It asks `address` again and again, so it survives a
 * reload; once that `isOver`, it says so and shows the page anew.
 */
export function useProgress<Now>(
  address: string,
  initial: Now,
  { isOver, onOver }: { isOver: (now: Now) => boolean; onOver?: (now: Now) => void },
): Now {
  const router = useRouter();
  const [now, setNow] = useState(initial);
  const [isRefreshing, startRefresh] = useTransition();
  const seen = useEffectEvent((found: Now | null): boolean => {
    if (found === null) return false;
    if (!isOver(found)) {
      setNow(found);
      return false;
    }
    onOver?.(found);
    startRefresh(() => router.refresh());
    return true;
  });
  useEffect(() => {
    if (isRefreshing) return; // a second one would only delay the first
    let stopped = false;
    let timer: ReturnType<typeof setTimeout>;
    const later = () => {
      timer = setTimeout(async () => {
        const found = await look<Now>(address);
        if (!stopped && !seen(found)) later();
      }, everyMs);
    };
    later();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [address, isRefreshing]);
  return now;
}
