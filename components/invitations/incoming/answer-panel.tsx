"use client";

import { type ComponentProps, type ReactNode, useContext, useRef } from "react";
import { buttonStyle } from "@/components/ui/button-style";
import { cn } from "@/components/ui/class-names";
import { Form } from "@/components/ui/form";
import { FormContext } from "@/components/ui/form-context";
import { Kbd } from "@/components/ui/kbd";

type Look = { label: string; look: "primary" | "secondary"; keyHint: string; children: ReactNode };

/** A button that opens the form of what an answer still asks for, with or without script. */
export function AnswerPanel({
  action,
  onTake,
  ...panel
}: Look & Pick<ComponentProps<typeof Form>, "action" | "onTake">) {
  return (
    <Form action={action} onTake={onTake} className="gap-2 has-[details[open]]:order-last has-[details[open]]:w-full">
      <Details {...panel} />
    </Form>
  );
}

/** Opened, its first field has the focus; Escape closes it. It is open where the form came back refused. */
function Details({ label, look, keyHint, children }: Look) {
  const { message } = useContext(FormContext);
  const content = useRef<HTMLDivElement>(null);
  return (
    <details
      open={message !== undefined}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) {
          content.current?.querySelector<HTMLElement>("textarea, input:not([type=hidden])")?.focus();
        }
      }}
      onKeyDown={({ key, currentTarget }) => {
        if (key !== "Escape" || !currentTarget.open) return;
        currentTarget.open = false; // back to the keys of the answers
        currentTarget.querySelector("summary")?.focus();
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
      <div ref={content} className="mt-2 grid max-w-xl gap-4 rounded-control bg-soft p-3">
        {children}
      </div>
    </details>
  );
}
