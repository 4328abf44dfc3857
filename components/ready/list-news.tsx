"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import { focusRow, RowKeys, rowsOf } from "@/components/ui/row-keys";

type Person = { id: string; name: string };

/** A list by keyboard. Once a row has left it the focus is on the one that took its place, and it is said who that is. */
export function ListNews({
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

  const goOn = useEffectEvent(() => {
    const left = before.current.findIndex(({ id }) => !people.some((person) => person.id === id));
    before.current = people;
    if (left < 0 || document.activeElement !== document.body) return;
    const place = Math.min(left, people.length - 1);
    focusRow(rowsOf(list.current)[place]);
    const person = people[place];
    if (!person) setSaid(t("nobody"));
    else if (count === null) setSaid(t("nextRow", { name: person.name }));
    else setSaid(t("next", { name: person.name, position: place + 1, count }));
  });
  useEffect(() => goOn()); // whenever it is drawn: nothing happens but where somebody has left

  return (
    <div ref={list}>
      <RowKeys>{children}</RowKeys>
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  );
}
