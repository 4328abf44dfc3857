"use client";

import { type ReactNode, useRef } from "react";
import { buttonStyle } from "@/components/ui/button-style";
import { cn } from "@/components/ui/class-names";
import { Kbd } from "@/components/ui/kbd";

/** A button that opens what an answer still asks for, with or without script. Opened, its first field has the focus. */
export function AnswerPanel({
  label,
  look,
  keyHint,
  children,
}: {
  label: string;
  look: "primary" | "secondary";
  keyHint: string;
  children: ReactNode;
}) {
  const content = useRef<HTMLDivElement>(null);
  return (
    <details
      className="open:order-last open:w-full"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open)
          content.current?.querySelector<HTMLElement>("textarea, input:not([type=hidden])")?.focus();
      }}
    >
      <summary
        aria-keyshortcuts={keyHint}
        className={cn(buttonStyle({ variant: look }), "cursor-default list-none [&::-webkit-details-marker]:hidden")}
      >
        <span>{label}</span>
        <span aria-hidden="true" className="pointer-coarse:hidden">
          <Kbd look={look === "primary" ? "inherit" : "flat"}>{keyHint}</Kbd>
        </span>
      </summary>
      <div ref={content} className="mt-2 max-w-xl rounded-control bg-soft p-3">
        {children}
      </div>
    </details>
  );
}
