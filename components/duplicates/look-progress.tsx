"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState, useTransition } from "react";
import { getLookProgressAction } from "@/lib/duplicates/actions";
import type { Progress } from "@/lib/duplicates/schema";

const everyMs = 700;

/** How far the look through everybody is. It asks again and again, and shows the page anew at the end. */
export function LookProgress({ initial }: { initial: Progress }) {
  const t = useTranslations("duplicates");
  const router = useRouter();
  const [{ waiting, contacts }, setProgress] = useState(initial);
  const [isRefreshing, startRefresh] = useTransition();
  useEffect(() => {
    if (isRefreshing) return;
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      const now = await getLookProgressAction().catch(() => null); // the next look tells
      if (now?.waiting === 0) startRefresh(() => router.refresh());
      else {
        if (now) setProgress(now);
        timer = setTimeout(look, everyMs);
      }
    };
    timer = setTimeout(look, everyMs);
    return () => clearTimeout(timer);
  }, [isRefreshing, router]);

  const done = Math.max(0, contacts - waiting);
  return (
    <div className="mb-4 grid gap-1.5">
      <div
        role="progressbar"
        aria-label={t("lookingLabel")}
        aria-valuemin={0}
        aria-valuemax={contacts}
        aria-valuenow={done}
        className="h-1.5 overflow-hidden rounded-full bg-soft"
      >
        <svg aria-hidden="true" viewBox="0 0 100 1" preserveAspectRatio="none" className="block h-full w-full">
          <rect width={Math.max(2, contacts > 0 ? (done / contacts) * 100 : 0)} height="1" className="fill-accent" />
        </svg>
      </div>
      <p className="text-dim text-small tabular-nums">{t("looking", { done, total: contacts })}</p>
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
    </div>
  );
}
