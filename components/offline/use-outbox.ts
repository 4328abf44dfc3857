"use client";

import { useEffect, useState } from "react";
import { canKeep, type Device, type Entry, getDevice, listEntries, onChange } from "@/public/outbox";

/** Whose device this is, and their entries on it; null until it is read. */
export function useOutbox(): { device: Device | undefined; entries: Entry[] } | null {
  const [outbox, setOutbox] = useState<Awaited<ReturnType<typeof read>> | null>(null);
  useEffect(() => {
    let gone = false;
    const refresh = () =>
      read().then(
        (found) => gone || setOutbox(found),
        () => gone || setOutbox({ device: undefined, entries: [] }), // the browser lets nothing be kept
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
  return canKeep() ? { device: await getDevice(), entries: await listEntries() } : { device: undefined, entries: [] };
}
