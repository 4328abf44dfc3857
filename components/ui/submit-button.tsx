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
  ...button
}: Omit<ComponentProps<typeof Button>, "type">) {
  const { pending } = useFormStatus();
  return (
    <Button
      {...button}
      variant={variant}
      type="submit"
      // Not `disabled`: that would drop the focus. The form ignores a second submit by itself.
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      className={cn("relative", className)}
    >
      <span className={cn("inline-flex items-center gap-2", pending && "opacity-0")}>{children}</span>
      {pending && <LoaderCircle aria-hidden="true" className="absolute size-4 animate-spin" />}
    </Button>
  );
}
