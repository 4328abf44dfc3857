"use client";

import { useContext, useEffect, useEffectEvent, useRef, useState } from "react";
import type { FormValues } from "@/lib/form-state";
import { FormContext, MakeAnew, useTypedValue } from "../form-context";

/**
 * Which version of its row a form was opened with, and what that held (`lib/<domain>/form-values.ts`). It stays what it
 * was once somebody has begun to change the form, also where the page learns of a newer version meanwhile. An untouched form
 * is made anew with that: what it read and what its fields hold never are two versions.
 */
export function ReadVersion({ version, values }: { version: number | null; values: FormValues }) {
  const newest = JSON.stringify({ version, values });
  const { saved } = useContext(FormContext);
  const makeAnew = useEffectEvent(useContext(MakeAnew));
  const returned = useTypedValue("read", undefined);
  const [read] = useState(returned ?? newest);
  const here = useRef<HTMLInputElement>(null);
  const begun = useRef(returned !== undefined);
  useEffect(() => {
    const form = here.current?.form;
    const begin = () => {
      begun.current = true;
    };
    const ways = ["input", "change", "click"];
    for (const way of ways) form?.addEventListener(way, begin);
    return () => {
      for (const way of ways) form?.removeEventListener(way, begin);
    };
  }, []);
  const lastSaved = useRef(saved);
  useEffect(() => {
    if (saved && saved !== lastSaved.current) begun.current = false; // done; the newer version may be here already
    lastSaved.current = saved;
    if (!begun.current && newest !== read) makeAnew();
  }, [newest, read, saved]);
  return <input ref={here} type="hidden" name="read" value={read} />;
}
