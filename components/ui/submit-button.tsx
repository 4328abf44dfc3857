"use client";

import { LoaderCircle } from "lucide-react";
import { type ComponentProps, use, useRef } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "./button";
import { cn } from "./class-names";
import { SentBy } from "./form-context";

/**
 * Sends its form. While it is on its way the words make room for a spinner without changing the button's size; of
 * several buttons only the one that was pressed is busy, and none of them sends again.
 */
export function SubmitButton({
  variant = "primary",
  children,
  className,
  onClick,
  ...button
}: Omit<ComponentProps<typeof Button>, "type" | "ref">) {
  const element = useRef<HTMLButtonElement>(null);
  const { pending: sentByAction, data } = useFormStatus();
  const sentBy = use(SentBy); // a Form sends by hand, of which React's own status knows nothing
  const pending = sentByAction || sentBy !== undefined;
  const pressed = button.name === undefined || data?.get(button.name) === button.value;
  const busy = (sentByAction && pressed) || sentBy === null || (sentBy !== undefined && sentBy === element.current);
  return (
    <Button
      {...button}
      ref={element}
      variant={variant}
      type="submit"
      // Not `disabled`: that would drop the focus.
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
      aria-disabled={pending || undefined}
      aria-busy={busy || undefined}
      className={cn("relative", busy && "[&>span]:opacity-0", className)}
    >
      {busy ? <span className="inline-flex items-center gap-2">{children}</span> : children}
      {busy && <LoaderCircle aria-hidden="true" className="absolute size-4 animate-spin" />}
    </Button>
  );
}
