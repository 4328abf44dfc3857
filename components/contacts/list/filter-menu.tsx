"use client";

import { Check, ChevronDown } from "lucide-react";
import type { Route } from "next";
import type { FocusEvent, KeyboardEvent } from "react";
import { buttonStyle } from "@/components/ui/button-style";
import { cn } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";

/**
 * A choice among addresses; the one in force is ticked. A native disclosure: it costs no script, and works without. It
 * closes when another opens, when one leaves it, and by Escape.
 */
export function FilterMenu({
  label,
  options,
  align = "start",
}: {
  label: string;
  options: { href: Route; label: string; current: boolean }[];
  align?: "start" | "end";
}) {
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent<HTMLDetailsElement>) => {
    if (!currentTarget.contains(relatedTarget)) currentTarget.open = false;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDetailsElement>) => {
    if (event.key !== "Escape" || !event.currentTarget.open) return;
    event.stopPropagation();
    event.currentTarget.open = false;
    event.currentTarget.querySelector("summary")?.focus();
  };
  return (
    <details name="list-menu" onBlur={onBlur} onKeyDown={onKeyDown} className="relative">
      <summary className={buttonStyle({ size: "small" }, "list-none [&::-webkit-details-marker]:hidden")}>
        {label}
        <ChevronDown aria-hidden="true" className="size-3.5 text-dim" />
      </summary>
      <ul
        className={cn(
          "z-30 mt-1 max-h-96 overflow-y-auto max-md:fixed max-md:inset-x-4 md:absolute md:top-full md:w-max md:min-w-44 md:max-w-80 rounded-control border border-line bg-panel p-1 shadow-float",
          align === "end" && "md:right-0",
        )}
      >
        {options.map((option) => (
          <li key={option.href}>
            <Link
              href={option.href}
              scroll={false}
              aria-current={option.current || undefined}
              onClick={(event) => event.currentTarget.closest("details")?.removeAttribute("open")}
              className={cn(
                "flex min-h-8 items-center gap-2.5 rounded-small px-2.5 hover:bg-soft pointer-coarse:min-h-11",
                !option.current && "pl-9", // where the tick would be
              )}
            >
              {option.current && <Check aria-hidden="true" className="size-4 flex-none" />}
              {option.label}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
