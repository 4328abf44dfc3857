"use client";

import { useEffect, useState } from "react";

/** Whether Vouch answers: asked at first and whenever the connection comes or goes; null until it is known. */
export function useReached(): boolean | null {
  const [reached, setReached] = useState<boolean | null>(null);
  useEffect(() => {
    let latest = 0;
    const ask = async () => {
      const asked = ++latest;
      const answer = navigator.onLine ? await fetch("/api/health", { cache: "no-store" }).catch(() => null) : null;
      if (asked === latest) setReached(answer?.ok === true);
    };
    ask();
    addEventListener("online", ask);
    addEventListener("offline", ask);
    return () => {
      latest = -1;
      removeEventListener("online", ask);
      removeEventListener("offline", ask);
    };
  }, []);
  return reached;
}
