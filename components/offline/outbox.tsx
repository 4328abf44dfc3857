"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Link } from "@/components/ui/link";
import { toast } from "@/components/ui/toast";
import { takeBack } from "@/components/ui/undoable";
import { useUndo } from "@/components/ui/use-undo";
import { undoLogAction } from "@/lib/interactions/actions";
import { canKeep, type Entry, remember } from "@/public/outbox";
import { useSentWords } from "./entry-words";
import { useOutbox } from "./use-outbox";
import { useSending } from "./use-sending";

/**
 * On every page of a signed-in owner: says how much waits on this device, sends it, and tells what was sent. `owner` as
 * lib/offline/owner names them; `build` brings the service worker, null goes without.
 */
export function Outbox({ owner, theme, build }: { owner: string; theme: string; build: string | null }) {
  const t = useTranslations("outbox");
  const device = { owner, locale: useLocale(), timeZone: useTimeZone() ?? "UTC", theme };
  const outbox = useOutbox();
  const [ready, setReady] = useState(false);
  const tell = useTellSent();

  // biome-ignore lint/correctness/useExhaustiveDependencies: what it holds
  useEffect(() => {
    if (canKeep())
      remember(device).then(
        () => setReady(true),
        () => {},
      );
  }, [device.owner, device.locale, device.timeZone, device.theme]);
  useSending(ready, { onSent: tell });
  useEffect(() => registerWorker(build), [build]);

  const waiting = outbox?.device?.owner === owner ? outbox.waiting : [];
  const wrong = waiting.filter(({ problem }) => problem).length;
  return (
    <div role="status" className="mx-auto w-full max-w-[1180px] px-4 empty:hidden md:px-8">
      {waiting.length > 0 && (
        <p className="mb-2 flex flex-wrap items-center justify-between gap-x-3 rounded-control bg-soft px-3 py-2 font-medium">
          {wrong > 0 ? t("needsLook", { count: wrong }) : t("waiting", { count: waiting.length })}
          <Link href="/offline" className="text-accent underline">
            {t("look")}
          </Link>
        </p>
      )}
    </div>
  );
}

/** Each that was sent gets a toast, with the way to it and the way back; the page shows what is new. */
function useTellSent() {
  const t = useTranslations("outbox");
  const words = useSentWords();
  const undo = useUndo();
  const router = useRouter();
  return (entries: Entry[]) => {
    for (const entry of entries) {
      const ids = entry.sent ?? [];
      const way = undo(undoLogAction, { fields: () => ({ ids: ids.join(",") }), undone: t("undone") });
      const link = (children: React.ReactNode) => (
        <Link href={`/log/${ids[0]}` as Route} className="underline">
          {children}
        </Link>
      );
      toast({
        text: words(entry, link),
        undo: { label: way.label, run: () => takeBack(way, { entity: "interaction", ids }) },
      });
    }
    router.refresh();
  };
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
