"use client";

import { useEffect, useEffectEvent, useState } from "react";

const everyMs = 5_000;

/**
 * Whether Vouch answers; null until it is known. Asked when the connection comes or goes and, as a connection is often
 * announced before it works and a server comes back unannounced, every few seconds while it doesn't.
 */
export function useReached(): boolean | null {
  const [reached, setReached] = useState<boolean | null>(null);

  const ask = useEffectEvent(async () => {
    // Whatever the browser thinks of the network: Vouch may run on this very machine, and a hotel's own page isn't Vouch.
    const answer = fetch("/api/health", { cache: "no-store" }).then((health) => health.json());
    setReached(
      await answer.then(
        ({ status }) => status === "ok",
        () => false,
      ),
    );
  });
  useEffect(() => {
    const again = () => void ask();
    again();
    addEventListener("online", again);
    addEventListener("offline", again);
    return () => {
      removeEventListener("online", again);
      removeEventListener("offline", again);
    };
  }, []);
  useEffect(() => {
    if (reached !== false) return;
    const timer = setInterval(() => void ask(), everyMs);
    return () => clearInterval(timer);
  }, [reached]);
  return reached;
}
