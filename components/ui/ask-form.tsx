"use client";

import NextForm from "next/form";
import { type ReactNode, useEffect, useRef } from "react";
import { FormContext } from "./form-context";

/**
 * A form that asks: what is in it becomes the address, with or without script. `asked` is what the page it leads to
 * answers; its fields show that again when the address changes otherwise (Back, a link), without losing the focus.
 */
export function AskForm({
  action,
  asked,
  kept = {},
  errors = {},
  className,
  children,
}: {
  action: string;
  asked: Record<string, string | null>;
  /** Other parts of the address, which stay as they are. */
  kept?: Record<string, string | null>;
  errors?: Record<string, string[]>;
  className?: string;
  children: ReactNode;
}) {
  const form = useRef<HTMLFormElement>(null);
  const answer = JSON.stringify(asked);
  const shown = useRef(answer);
  useEffect(() => {
    if (shown.current === answer) return; // what was chosen before the script was there stays
    shown.current = answer;
    form.current?.reset();
  }, [answer]);
  return (
    <FormContext value={{ errors }}>
      <NextForm ref={form} action={action} prefetch={false} scroll={false} noValidate className={className}>
        {Object.entries(kept).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        {children}
      </NextForm>
    </FormContext>
  );
}
