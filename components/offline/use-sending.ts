"use client";

import { useEffect, useEffectEvent } from "react";
import { canKeep, type Entry, onChange, type Sending, sendWaiting, takeSent } from "@/public/outbox";

/** Vouch may be back without the browser noticing: its server was away, not the network. */
const everyMs = 30_000;

/**
 * Sends what waits: once `ready`, when the connection is back, when the page is looked at again, and now and then.
 * `onSent` gets what was sent, by whichever tab or worker, and is to be told here; `onTried` how a try went.
 */
export function useSending(
  ready: boolean,
  { onSent, onTried }: { onSent: (entries: Entry[]) => void; onTried?: (sending: Sending) => void },
) {
  const send = useEffectEvent(async () => {
    const sending = await sendWaiting();
    onTried?.(sending);
    if (document.visibilityState !== "visible") return;
    const sent = await takeSent();
    if (sent.length > 0) onSent(sent);
  });
  useEffect(() => {
    if (!ready || !canKeep()) return;
    const trySending = () => void send().catch(() => {}); // where nothing can be kept nothing waits
    const stop = onChange(trySending);
    trySending();
    const timer = setInterval(trySending, everyMs);
    addEventListener("online", trySending);
    document.addEventListener("visibilitychange", trySending);
    return () => {
      stop();
      clearInterval(timer);
      removeEventListener("online", trySending);
      document.removeEventListener("visibilitychange", trySending);
    };
  }, [ready]);
}
