"use client";

import { LoaderCircle } from "lucide-react";
import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "./button";
import { cn } from "./class-names";

/** Sends its form. While it is on its way the words make room for a spinner without changing the button's size. */
export function SubmitButton({
  variant = "primary",
  children,
  className,
  onClick,
  ...button
}: Omit<ComponentProps<typeof Button>, "type">) {
  const { pending } = useFormStatus();
  return (
    <Button
      {...button}
      variant={variant}
      type="submit"
      // Not `disabled`: that would drop the focus.
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      className={cn("relative", pending && "[&>span]:opacity-0", className)}
    >
      <span className="inline-flex items-center gap-2">{children}</span>
      {pending && <LoaderCircle aria-hidden="true" className="absolute size-4 animate-spin" />}
    </Button>
  );
}
