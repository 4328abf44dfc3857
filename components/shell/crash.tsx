"use client";

import { useTranslations } from "next-intl";
import { startTransition, useEffect, useEffectEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Problem } from "@/components/ui/problem";

const everyMs = 3000;

/**
 * In place of a page that failed. If Vouch says that its database is away (or doesn't answer at all), it says so and
 * shows the page again by itself as soon as it is back; anything else waits for the person to try again.
 */
export function Crash({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("common.problem");
  const [unavailable, setUnavailable] = useState(false);

  const ask = useEffectEvent(async (signal: AbortSignal) => {
    const healthy = await fetch("/api/health", { cache: "no-store", signal }).then(
      (answer) => answer.ok,
      () => false,
    );
    if (signal.aborted) return;
    setUnavailable(!healthy);
    if (healthy && unavailable) startTransition(retry);
  });
  useEffect(() => {
    const leaving = new AbortController();
    if (!unavailable) ask(leaving.signal);
    const timer = unavailable ? setInterval(() => ask(leaving.signal), everyMs) : undefined;
    return () => {
      leaving.abort();
      clearInterval(timer);
    };
  }, [unavailable]);

  return (
    <div role="alert">
      <Problem
        title={t(unavailable ? "unavailableTitle" : "crashTitle")}
        text={t(unavailable ? "unavailableText" : "crashText")}
        reference={!unavailable && reference(error) && t("reference", { digest: reference(error) })}
      >
        <Button variant="primary" onClick={retry}>
          {t("retry")}
        </Button>
      </Problem>
    </div>
  );
}

function reference(error: unknown): string {
  return error instanceof Error && "digest" in error ? String(error.digest) : "";
}
