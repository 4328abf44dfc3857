"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { KeyList } from "@/components/ui/key-list";
import { Panel } from "@/components/ui/panel";
import { writeColumns } from "@/lib/contacts/list/columns";
import { writeFilter } from "@/lib/contacts/list/filter/syntax";
import { cursorOf, type Letter } from "@/lib/contacts/list/letters";
import { type ContactQuery, type ContactSummary, mostChosen, mostRows } from "@/lib/contacts/list/query";
import type { ListSetting } from "@/lib/contacts/list/setting/schema";
import type { SavedView } from "@/lib/contacts/list/views/schema";
import { AlphabetRail } from "./alphabet-rail";
import { SelectionBar } from "./bulk/selection-bar";
import { Arrange } from "./columns/arrange";
import { ContactTable } from "./contact-table";
import { useListKeys } from "./use-list-keys";
import { useLook } from "./use-look";
import { fetchRows, useRows } from "./use-rows";
import { useSelection } from "./use-selection";
import { useSight } from "./use-sight";
import { KeepView } from "./views/keep-view";

type Props = {
  query: ContactQuery;
  contacts: ContactSummary[];
  /** The number of the first of these. */
  start: number;
  /** How many there are at all, when that is known. */
  count: Promise<number>;
  letters: Letter[];
  tags: string[];
  look: ListSetting;
  /** The saved view that is shown, whose columns these are. */
  view: SavedView | null;
  /** The filters' menus, the menu of orders, and what is on. */
  menus: ReactNode;
  order: ReactNode;
  pills: ReactNode;
};

/** Everybody whom the query finds, as if all of them were there. */
export function ContactList({
  query,
  contacts,
  start,
  count: counted,
  letters,
  tags,
  look: initial,
  view,
  menus,
  order,
  pills,
}: Props) {
  const t = useTranslations("lists");
  const list = useRef<HTMLDivElement>(null);
  const count = useCounted(counted);
  const length = Math.max(count ?? 0, start + contacts.length);
  const { rows, want, failed } = useRows(query, contacts, start);
  const { look, change } = useLook(initial, view?.id);
  const selection = useSelection(length, writeFilter(query.terms));
  const { sight, isReady, show } = useSight(list, length, start, contacts.length, look.density);

  const [first, last] = [sight.indexes[0] ?? 0, sight.indexes.at(-1) ?? 0];
  // Whoever drags the scrollbar passes by: what is in sight is asked for once it stays for a moment; again when rows came.
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that came may not be all that are in sight
  useEffect(() => {
    if (!isReady) return;
    const timer = setTimeout(() => want(first, last), 60);
    return () => clearTimeout(timer);
  }, [isReady, first, last, want, rows]);

  const anchor = useRef<number | null>(null);
  const select = useCallback(
    async (index: number, on: boolean, extend: boolean) => {
      const from = extend && anchor.current !== null ? anchor.current : index;
      anchor.current = index;
      const [low, high] = [Math.min(from, index), Math.max(from, index)];
      const ids: string[] = [];
      for (let at = low; at <= high && ids.length < mostChosen; at++) {
        const known = rows.get(at);
        if (known) ids.push(known.id);
        else {
          const limit = Math.min(mostRows, high - at + 1);
          const found = await fetchRows(query, { start: String(at), limit: String(limit) }).catch(() => null);
          if (!found || found.contacts.length === 0) break;
          ids.push(...found.contacts.map(({ id }) => id));
          at += found.contacts.length - 1;
        }
      }
      selection.set(ids, on);
    },
    [query, rows, selection.set],
  );

  const focusWanted = useListKeys(list, {
    count: length,
    first: () => sight.indexes.find((index) => isBelowBar(list.current, index)) ?? first,
    show,
    select: (index, extend) => {
      const id = rows.get(index)?.id;
      if (id) void select(index, extend || !selection.has(id), extend);
    },
    selectAll: selection.selectAll,
    clear: () => {
      selection.clear();
      return selection.size > 0;
    },
  });
  useEffect(focusWanted);

  const jump = async (letter: Letter) => {
    const found = await fetchRows(query, { after: cursorOf(letter, query), locate: "1" }).catch(() => null);
    if (found?.start !== undefined) show(found.start, "start");
  };

  return (
    <div ref={list}>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        {menus}
        <div className="ml-auto flex flex-wrap items-center justify-end gap-2">
          <KeepView query={query} current={view} columns={writeColumns(look.columns)} />
          {order}
          <span className="max-md:hidden">
            <Arrange look={look} change={change} view={view?.name ?? null} />
          </span>
        </div>
      </div>
      {pills}
      <div className="flex items-start gap-1">
        <Panel className="flex-1">
          <ContactTable
            query={query}
            count={count}
            rows={rows}
            sight={sight}
            columns={look.columns}
            density={look.density}
            selection={selection}
            onSelect={select}
            onResize={(name, width) =>
              change({ columns: look.columns.map((column) => (column.name === name ? { name, width } : column)) })
            }
          />
        </Panel>
        {letters.length > 1 && <AlphabetRail query={query} letters={letters} onJump={jump} />}
      </div>
      <output className="block text-blocked text-small">{failed && t("loadFailed")}</output>
      <div className="mt-4">
        <KeyList
          label={t("keys.label")}
          keys={[
            { press: ["J", "K"], text: t("keys.move") },
            { press: ["↵"], text: t("keys.open") },
            { press: ["X"], text: t("keys.select") },
            { press: ["⇧", "J"], text: t("keys.extend") },
            { press: ["Ctrl", "A"], text: t("keys.all") },
            { press: ["Esc"], text: t("keys.clear") },
            { press: ["F"], text: t("keys.filter") },
          ]}
        />
      </div>
      <SelectionBar selection={selection} tags={tags} />
    </div>
  );
}

function useCounted(counted: Promise<number>): number | null {
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    let isOld = false;
    counted.then(
      (found) => !isOld && setCount(found),
      () => undefined, // the page's own line says so
    );
    return () => {
      isOld = true;
    };
  }, [counted]);
  return count;
}

function isBelowBar(list: HTMLElement | null, index: number): boolean {
  const top = list?.querySelector(`tr[data-index="${index}"]`)?.getBoundingClientRect().top;
  return top !== undefined && top >= 60;
}
