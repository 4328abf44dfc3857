"use client";

import dynamic from "next/dynamic";
import { useLocale, useTimeZone } from "next-intl";
import { useEffect } from "react";
import { canKeep, remember } from "@/public/outbox";
import { useOutbox } from "./use-outbox";

// Seldom does anything wait.
const OutboxNotice = dynamic(() => import("./outbox-notice").then((loaded) => loaded.OutboxNotice), { ssr: false });

/**
 * On every page of a signed-in owner: tells the device whose it is, and sees to what waits on it. `owner` as
 * lib/offline/owner names them, `theme` as data-theme; `build` brings the service worker, null goes without.
 */
export function Outbox({ owner, theme, build }: { owner: string; theme: string; build: string | null }) {
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  const outbox = useOutbox();
  useEffect(() => {
    if (canKeep()) remember({ owner, locale, timeZone, theme }).catch(() => {}); // the browser lets nothing be kept
  }, [owner, locale, timeZone, theme]);
  useEffect(() => registerWorker(build), [build]);
  const entries = outbox?.device?.owner === owner ? outbox.entries : [];
  return (
    <div role="status" className="mx-auto w-full max-w-[1180px] px-4 empty:hidden md:px-8">
      {entries.length > 0 && <OutboxNotice entries={entries} />}
    </div>
  );
}

/** Once the page itself is loaded; a browser that can't goes without. */
function registerWorker(build: string | null) {
  if (!build || !("serviceWorker" in navigator)) return;
  const register = () =>
    navigator.serviceWorker
      .register(`/sw.js?${new URLSearchParams({ build })}`, { type: "module", updateViaCache: "none" })
      .catch(() => {});
  if (document.readyState === "complete") register();
  else addEventListener("load", register, { once: true });
}
