"use client";

import { ChevronRight } from "lucide-react";
import type { MouseEvent, ReactNode } from "react";
import { cn } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import type { Entry } from "./use-entries";

/** A line of the list: a link where it leads somewhere. The focus stays in the box, which has the keys. */
export function EntryRow({
  id,
  entry,
  isActive,
  onPoint,
  onChosen,
  onPerson,
}: {
  id: string;
  entry: Entry;
  isActive: boolean;
  onPoint: () => void;
  onChosen: () => void;
  onPerson: () => void;
}) {
  const option = {
    id,
    role: "option",
    tabIndex: -1,
    "aria-selected": isActive,
    onPointerMove: onPoint,
    className: cn(
      "flex min-h-10 w-full scroll-my-9 items-center gap-3 rounded-small px-2.5 py-1 text-left outline-none pointer-coarse:min-h-12",
      isActive && "bg-soft",
    ),
  } as const;
  const words = <Words entry={entry} onPerson={onPerson} />;
  return entry.href ? (
    <Link {...option} href={entry.href} onPointerDown={keepFocus} onClick={onChosen}>
      {words}
    </Link>
  ) : (
    <button
      {...option}
      type="button"
      onPointerDown={keepFocus}
      onClick={() => {
        onChosen();
        entry.run?.();
      }}
    >
      {words}
    </button>
  );
}

const keepFocus = (event: { preventDefault: () => void }) => event.preventDefault();

function Words({ entry: { icon, title, detail, aside, person }, onPerson }: { entry: Entry; onPerson: () => void }) {
  const openActions = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
    onPerson();
  };
  return (
    <>
      <span className="grid w-[30px] flex-none place-items-center">{icon}</span>
      <span className="min-w-0 flex-1">
        <Line className="font-medium">{title}</Line>
        {detail && <Line className="text-dim text-small">{detail}</Line>}
      </span>
      {aside}
      {person && (
        // For a finger or a mouse only: the arrow key does the same.
        <span
          aria-hidden="true"
          onClick={openActions}
          className="-my-1 -mr-1.5 grid size-8 flex-none place-items-center rounded-small text-faint hover:bg-line hover:text-ink pointer-coarse:size-11"
        >
          <ChevronRight className="size-4" />
        </span>
      )}
    </>
  );
}

function Line({ className, children }: { className: string; children: ReactNode }) {
  return <span className={cn("block truncate", className)}>{children}</span>;
}
