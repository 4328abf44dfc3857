"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState, useTransition } from "react";
import { busyStates, type ImportState } from "@/lib/imports/states";

type Progress = { state: ImportState; rowsDone: number; rowsTotal: number };

const everyMs = 700;

/** Null while the server is away for a moment; the next look tells. */
async function askProgress(id: string): Promise<Progress | null> {
  try {
    const response = await fetch(`/api/imports/${id}`, { cache: "no-store" });
    return response.ok ? ((await response.json()) as Progress) : null;
  } catch {
    return null;
  }
}

/** The bar of a running import. It asks again and again, so it survives a reload, and shows the page anew at the end. */
export function ImportProgress({ id, initial }: { id: string; initial: Progress }) {
  const t = useTranslations("imports.progress");
  const router = useRouter();
  const [{ state, rowsDone, rowsTotal }, setProgress] = useState(initial);
  const [isRefreshing, startRefresh] = useTransition();
  useEffect(() => {
    if (isRefreshing) return; // a second one would only delay the first
    let timer: ReturnType<typeof setTimeout>;
    const lookLater = () => {
      timer = setTimeout(look, everyMs);
    };
    const look = async () => {
      const now = await askProgress(id);
      if (now && !busyStates.includes(now.state)) startRefresh(() => router.refresh());
      else {
        if (now) setProgress(now);
        lookLater();
      }
    };
    lookLater();
    return () => clearTimeout(timer);
  }, [id, isRefreshing, router]);

  const share = rowsTotal > 0 ? rowsDone / rowsTotal : 0;
  const words = { READING: t("reading"), QUEUED: t("waiting"), UNDOING: t("undoing") }[state as string];
  return (
    <div className="grid gap-2 px-4 pb-4">
      <div
        role="progressbar"
        aria-label={state === "UNDOING" ? t("labelUndo") : t("label")}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={state === "RUNNING" ? Math.floor(share * 100) : undefined}
        className="h-2 overflow-hidden rounded-full bg-soft"
      >
        <svg aria-hidden="true" viewBox="0 0 100 1" preserveAspectRatio="none" className="block h-full w-full">
          <rect width={Math.max(2, share * 100)} height="1" className="fill-accent" />
        </svg>
      </div>
      <p className="text-dim tabular-nums">{words ?? t("running", { done: rowsDone, total: rowsTotal })}</p>
      {/* Not every step: four times are enough for those who listen. */}
      <p aria-live="polite" className="sr-only">
        {words ?? t("running", { done: Math.floor(share * 4) * Math.floor(rowsTotal / 4), total: rowsTotal })}
      </p>
      <p className="text-faint text-small">{t("leave")}</p>
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
    </div>
  );
}
