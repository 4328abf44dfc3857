"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { cn } from "@/components/ui/class-names";
import type { Column, ColumnName } from "@/lib/contacts/list/columns";
import type { ContactQuery, ContactSummary, Sort } from "@/lib/contacts/list/query";
import type { Density } from "@/lib/contacts/list/setting/words";
import { useCells } from "./cells";
import { ColumnHead } from "./columns/column-head";
import { ContactRow } from "./contact-row";
import type { Selection } from "./use-selection";

/** The columns the list can be sorted by. */
const sortOf: Partial<Record<ColumnName | "name", Sort>> = {
  ...{ name: "name", strength: "strength", contacted: "contacted" },
  ...{ company: "company", connectedOn: "connected", added: "newest" },
};

/** What of the list is in sight: these rows, and how much room those before and after take (pixels). */
export type Sight = { indexes: number[]; before: number; after: number };

const leastName = 260;

export function ContactTable({
  query,
  count,
  rows,
  sight,
  columns,
  density,
  selection,
  onResize,
  onSelect,
}: {
  query: ContactQuery;
  /** How many there are; null while they are being counted. */
  count: number | null;
  rows: ReadonlyMap<number, ContactSummary>;
  sight: Sight;
  columns: Column[];
  density: Density;
  selection: Selection;
  onResize: (name: ColumnName, width: number) => void;
  onSelect: (index: number, on: boolean, extend: boolean) => void;
}) {
  const t = useTranslations("lists");
  const cells = useCells();
  const frame = useRef<HTMLDivElement>(null);
  const least = leastName + columns.reduce((sum, { width }) => sum + width, 0);
  const isTooWide = useTooWide(frame, least);
  return (
    <div ref={frame} className={isTooWide ? "overflow-x-auto overflow-y-hidden" : ""}>
      <table
        aria-label={t("table")}
        aria-rowcount={count === null ? -1 : count + 1}
        className="w-full table-fixed md:min-w-(--least)"
        style={{ "--least": `${least}px` } as object}
      >
        <thead className={cn("text-left text-dim text-small max-md:sr-only", !isTooWide && stuck)}>
          <tr aria-rowindex={1}>
            <ColumnHead query={query} label={t("columns.name")} sort={sortOf.name}>
              <input
                type="checkbox"
                aria-label={t("select.all")}
                checked={selection.isAll}
                ref={(box) => {
                  if (box) box.indeterminate = selection.size > 0 && !selection.isAll;
                }}
                onChange={() => (selection.isAll ? selection.clear() : selection.selectAll())}
                className="mr-3 size-4 flex-none"
              />
            </ColumnHead>
            {columns.map(({ name, width }) => (
              <ColumnHead
                key={name}
                query={query}
                label={t(`columns.${name}`)}
                sort={sortOf[name]}
                width={width}
                onResize={(to) => onResize(name, to)}
              />
            ))}
          </tr>
        </thead>
        <Room height={sight.before} />
        <tbody>
          {sight.indexes.map((index) => {
            const contact = rows.get(index);
            return (
              <ContactRow
                key={contact?.id ?? index}
                contact={contact}
                index={index}
                columns={columns}
                cells={cells}
                t={t}
                density={density}
                selected={contact !== undefined && selection.has(contact.id)}
                onSelect={onSelect}
              />
            );
          })}
        </tbody>
        <Room height={sight.after} />
      </table>
    </div>
  );
}

/** Under the bar at the top, while the list goes by. What scrolls sideways can't have it. */
const stuck =
  "md:[&_th]:sticky md:[&_th]:top-[70px] md:[&_th]:z-20 md:[&_th]:bg-panel [&_th:first-child]:rounded-tl-panel [&_th:last-child]:rounded-tr-panel";

/** Whether the columns need more room than there is; until that can be measured, whether they easily might. */
function useTooWide(frame: RefObject<HTMLElement | null>, least: number): boolean {
  const [room, setRoom] = useState(700);
  useLayoutEffect(() => {
    if (!frame.current) return;
    const watcher = new ResizeObserver(([entry]) => entry && setRoom(entry.contentRect.width));
    watcher.observe(frame.current);
    return () => watcher.disconnect();
  }, [frame]);
  return room < least;
}

/** Where rows are that aren't drawn. */
function Room({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tbody aria-hidden="true">
      <tr>
        <td style={{ height }} className="p-0" />
      </tr>
    </tbody>
  );
}
