"use client";

import { useEffect, useState } from "react";
import { canKeep, type Device, type Entry, getDevice, listWaiting, onChange } from "@/public/outbox";

/** Whose device this is, and what of theirs waits on it; null until it is read. */
export function useOutbox(): { device: Device | undefined; waiting: Entry[] } | null {
  const [outbox, setOutbox] = useState<Awaited<ReturnType<typeof read>> | null>(null);
  useEffect(() => {
    let gone = false;
    const refresh = () =>
      read().then(
        (found) => gone || setOutbox(found),
        () => gone || setOutbox({ device: undefined, waiting: [] }), // the browser lets nothing be kept
      );
    refresh();
    const stop = canKeep() ? onChange(refresh) : undefined;
    return () => {
      gone = true;
      stop?.();
    };
  }, []);
  return outbox;
}

async function read() {
  return canKeep() ? { device: await getDevice(), waiting: await listWaiting() } : { device: undefined, waiting: [] };
}
