"use client";

import { type ReactNode, useId } from "react";
import { cn } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import { contactsAddress } from "@/lib/contacts/list/address";
import { type ContactQuery, type Sort, usualWay } from "@/lib/contacts/list/query";
import { WidthHandle } from "./width-handle";

/** A column's name; where it can be sorted by, a link that does, and the other way round where it is. */
export function ColumnHead({
  query,
  label,
  sort,
  width,
  onResize,
  children,
}: {
  query: ContactQuery;
  label: string;
  sort: Sort | undefined;
  /** Pixels; without, it takes what the others leave. */
  width?: number;
  onResize?: (width: number) => void;
  /** What stands before the name. */
  children?: ReactNode;
}) {
  const id = useId();
  const current = sort !== undefined && query.sort === sort;
  const isUp = current && (usualWay[sort] === "asc") !== query.reversed;
  return (
    <th
      scope="col"
      aria-labelledby={id}
      aria-sort={current ? (isUp ? "ascending" : "descending") : undefined}
      style={width === undefined ? undefined : { width }}
      className="relative px-4 py-2.5 font-medium"
    >
      <div className="flex items-center">
        {children}
        {sort ? (
          <Link
            id={id}
            href={contactsAddress(query, { sort, reversed: current ? !query.reversed : false })}
            className={cn("-mx-1.5 min-h-6 truncate rounded-small px-1.5 py-0.5 hover:text-ink", current && "text-ink")}
          >
            {label}
            {current && <span aria-hidden="true">{isUp ? " ↑" : " ↓"}</span>}
          </Link>
        ) : (
          <span id={id} className="truncate">
            {label}
          </span>
        )}
      </div>
      {width !== undefined && onResize && <WidthHandle label={label} width={width} onResize={onResize} />}
    </th>
  );
}
