"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { PolicyPreview } from "@/lib/policy/preview/schema";

/** The pause in typing after which it is worth asking. */
const pauseMs = 350;

/** What is shown beside the form: an answer, or that none came. */
export type Shown = PolicyPreview | { state: "failed" };

async function fetchPreview(form: FormData, signal: AbortSignal): Promise<Shown> {
  try {
    const response = await fetch("/api/policy/preview", { method: "POST", body: form, signal });
    return response.ok ? ((await response.json()) as PolicyPreview) : { state: "failed" };
  } catch {
    return { state: "failed" };
  }
}

/** What would follow from the form's values; the latest question is the only one whose answer counts. */
export function usePreview(initial: PolicyPreview) {
  const [shown, setShown] = useState<Shown>(initial);
  const [isPending, setPending] = useState(false);
  const asked = useRef<{ abort: AbortController; timer: ReturnType<typeof setTimeout> }>(null);

  const drop = () => {
    clearTimeout(asked.current?.timer);
    asked.current?.abort.abort();
    asked.current = null;
  };
  const leave = useEffectEvent(drop);
  useEffect(() => () => leave(), []);

  const ask = (form: FormData, afterMs: number) => {
    drop();
    setPending(true);
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await fetchPreview(form, abort.signal);
      if (abort.signal.aborted) return;
      setShown(answer);
      setPending(false);
    }, afterMs);
    asked.current = { abort, timer };
  };

  return {
    shown,
    isPending,
    /** While values change. */
    askSoon: (form: FormData) => ask(form, pauseMs),
    /** By a press: also where very many people have to be looked at. */
    askNow: (form: FormData) => {
      form.set("anyway", "on");
      ask(form, 0);
    },
  };
}
