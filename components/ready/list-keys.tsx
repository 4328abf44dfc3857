"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";

type Person = { id: string; name: string };

/**
 * J and K, or the arrows, go from row to row of a list; the keys of a row's buttons press those of the row that has the
 * focus. Once a row has left the list the focus is on the one that took its place, and it is said who that is.
 */
export function ListKeys({
  people,
  count,
  children,
}: {
  people: Person[];
  /** Of how many they are the first; null where they are a later page. */
  count: number | null;
  children: ReactNode;
}) {
  const t = useTranslations("ready.voice");
  const [said, setSaid] = useState("");
  const list = useRef<HTMLDivElement>(null);
  const before = useRef(people);
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
  const current = () => rows().findIndex((row) => row.closest("article")?.contains(document.activeElement));

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const step = steps[event.key];
      if (!step || isField(event.target)) return;
      const next = rows()[current() < 0 ? 0 : current() + step];
      if (!next) return;
      event.preventDefault();
      next.focus();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  });

  const goOn = useEffectEvent((now: Person[]) => {
    const left = before.current.findIndex(({ id }) => !now.some((person) => person.id === id));
    before.current = now;
    if (left < 0 || document.activeElement !== document.body) return;
    const place = Math.min(left, now.length - 1);
    rows()[place]?.focus();
    const person = now[place];
    if (!person) setSaid(t("nobody"));
    else if (count === null) setSaid(t("nextRow", { name: person.name }));
    else setSaid(t("next", { name: person.name, position: place + 1, count }));
  });
  const ids = people.map(({ id }) => id).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: only who is in it counts
  useEffect(() => goOn(people), [ids]);

  return (
    <div ref={list}>
      {children}
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  );
}

const steps: Record<string, number> = { j: 1, J: 1, ArrowDown: 1, k: -1, K: -1, ArrowUp: -1 };

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select");
}
