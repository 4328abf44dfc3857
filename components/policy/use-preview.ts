"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { PolicyPreview } from "@/lib/policy/preview/schema";

/** The pause in typing after which it is worth asking. */
const pauseMs = 350;

/** What is shown beside the form: an answer, or that none came. */
export type Shown = PolicyPreview | { state: "failed" };

async function fetchPreview(form: FormData): Promise<Shown> {
  try {
    const response = await fetch("/api/policy/preview", { method: "POST", body: form });
    return response.ok ? ((await response.json()) as PolicyPreview) : { state: "failed" };
  } catch {
    return { state: "failed" };
  }
}

/** What would follow from the form's values; the latest question is the only one whose answer counts. */
export function usePreview(initial: PolicyPreview) {
  const [shown, setShown] = useState<Shown>(initial);
  const [isPending, setPending] = useState(false);
  const latest = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // One question at a time: the server answers an owner's in turn, so a second one would only wait there.
  const answering = useRef<Promise<unknown>>(undefined);

  const drop = () => {
    clearTimeout(timer.current);
    latest.current += 1;
  };
  const leave = useEffectEvent(drop);
  useEffect(() => () => leave(), []);

  const ask = (form: FormData, afterMs: number) => {
    drop();
    const question = latest.current;
    const isLatest = () => question === latest.current;
    setPending(true);
    timer.current = setTimeout(async () => {
      await answering.current;
      if (!isLatest()) return;
      const asked = fetchPreview(form);
      answering.current = asked;
      const answer = await asked;
      if (!isLatest()) return;
      setShown(answer);
      setPending(false);
    }, afterMs);
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
