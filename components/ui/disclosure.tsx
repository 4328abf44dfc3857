"use client";

import { type KeyboardEvent, type ReactNode, useContext, useRef } from "react";
import { KeyHint } from "./button";
import { type ButtonLook, buttonStyle } from "./button-style";
import { FormContext } from "./form-context";

/**
 * A button that shows what belongs to it, by the browser's own means: it works without script. Opening takes the focus to
 * the first thing in it, Escape closes it again. Of those with the same `name` one is open at a time. In a form that came
 * back it is open: what went wrong stands in it.
 */
export function Disclosure({
  label,
  name,
  variant,
  size,
  keyHint,
  children,
}: ButtonLook & { label: ReactNode; name?: string; children: ReactNode }) {
  const details = useRef<HTMLDetailsElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const { errors, message } = useContext(FormContext);

  function close(event: KeyboardEvent) {
    if (event.key !== "Escape" || !details.current?.open) return;
    event.preventDefault();
    details.current.open = false;
    details.current.querySelector("summary")?.focus();
  }

  return (
    <details
      ref={details}
      name={name}
      open={Boolean(errors ?? message)}
      onKeyDown={close}
      onToggle={({ newState }) => {
        if (newState === "open") content.current?.querySelector<HTMLElement>(focusable)?.focus();
      }}
    >
      <summary className={buttonStyle({ variant, size }, "list-none")} aria-keyshortcuts={keyHint}>
        {label}
        {keyHint && <KeyHint on={variant}>{keyHint}</KeyHint>}
      </summary>
      <div ref={content}>{children}</div>
    </details>
  );
}

const focusable = "input:not([type=hidden]), select, textarea, button:not([tabindex])";
