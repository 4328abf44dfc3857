"use client";

import type { useTranslations } from "next-intl";
import { type MouseEvent, memo } from "react";
import { Avatar } from "@/components/ui/avatar";
import { cn } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import { Skeleton } from "@/components/ui/skeleton";
import type { Column } from "@/lib/contacts/list/columns";
import type { ContactSummary } from "@/lib/contacts/list/query";
import type { Density } from "@/lib/contacts/list/setting/words";
import type { Cells } from "./cells";

export const cell = "px-4 py-0 align-middle";
const heights: Record<Density, string> = { COMFORTABLE: "h-14", COMPACT: "h-14 md:h-9" };

/** A row is a link as a whole; on a phone it is two lines, without the columns. */
export const ContactRow = memo(function ContactRow({
  contact,
  index,
  columns,
  cells,
  t,
  density,
  selected,
  onSelect,
}: {
  contact: ContactSummary | undefined;
  /** Its number in the list, from 0. */
  index: number;
  columns: Column[];
  cells: Cells;
  /** The list's words. */
  t: ReturnType<typeof useTranslations<"lists">>;
  density: Density;
  selected: boolean;
  onSelect: (index: number, on: boolean, extend: boolean) => void;
}) {
  const isCompact = density === "COMPACT";
  // On a phone no head is above the first one, and its line would stick out of the panel's round corners.
  const row = cn("relative border-line border-t", index === 0 && "max-md:border-t-0", heights[density]);
  if (!contact) {
    return (
      <tr className={row} aria-rowindex={index + 2} data-index={index}>
        <td className={cn(cell, "max-md:w-full")}>
          <span className="sr-only">{t("loading")}</span>
          <Skeleton className="h-3.5 w-2/5" />
        </td>
      </tr>
    );
  }
  return (
    <tr
      aria-rowindex={index + 2}
      data-index={index}
      className={cn(row, "hover:bg-soft/60", selected && "bg-soft hover:bg-soft")}
    >
      <td className={cn(cell, "max-md:w-full")}>
        <div className="flex items-center gap-3">
          {/* On a phone, which has no room for it, it lies over the picture. */}
          <input
            type="checkbox"
            checked={selected}
            aria-label={t("select.row", { name: contact.fullName })}
            onChange={() => undefined}
            onClick={(event: MouseEvent<HTMLInputElement>) =>
              onSelect(index, event.currentTarget.checked, event.shiftKey)
            }
            className="peer relative z-10 size-4 flex-none max-md:absolute max-md:size-[30px] max-md:opacity-0"
          />
          <span
            className={cn(
              "rounded-full max-md:peer-checked:outline-2 max-md:peer-checked:outline-accent max-md:peer-focus-visible:outline-2",
              isCompact && "md:hidden",
            )}
          >
            <Avatar name={contact.fullName} />
          </span>
          <div className="min-w-0 flex-1">
            <div className="flex items-baseline justify-between gap-2">
              <Link
                href={`/contacts/${contact.id}`}
                className="truncate font-medium after:absolute after:inset-0 after:content-['']"
              >
                {contact.fullName}
              </Link>
              <span className="flex-none md:hidden">{cells.verdict(contact)}</span>
            </div>
            <div className={cn("flex justify-between gap-2 text-dim text-small", isCompact && "md:hidden")}>
              <span className="truncate">
                {[contact.position, contact.company].filter(Boolean).join(", ") || "\u00a0"}
              </span>
              {contact.lastInteractionAt && <span className="flex-none md:hidden">{cells.contacted(contact)}</span>}
            </div>
          </div>
        </div>
      </td>
      {columns.map(({ name }) => (
        <td key={name} className={cn(cell, "truncate text-dim max-md:hidden")}>
          {cells[name](contact)}
        </td>
      ))}
    </tr>
  );
});
