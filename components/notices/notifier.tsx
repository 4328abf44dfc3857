"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { onChoice, readChoice } from "./choice";

/** Notifies the owner while a page is open, where they asked this browser to. What it takes is loaded only then. */
export function Notifier({ owner }: { owner: string }) {
  const t = useTranslations("notices");
  const choice = useSyncExternalStore(
    onChoice,
    () => readChoice(owner),
    () => "OFF" as const,
  );
  const title = useEffectEvent((count: number) => t("title", { count }));
  useEffect(() => {
    if (choice === "OFF" || !("Notification" in window) || Notification.permission !== "granted") return;
    const left = new AbortController();
    import("./watch").then(({ watch }) => watch(owner, choice, title, left.signal));
    return () => left.abort();
  }, [owner, choice]);
  return null;
}
