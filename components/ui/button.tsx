import type { ComponentProps } from "react";
import { type ButtonLook, type ButtonVariant, buttonStyle } from "./button-style";
import { Kbd } from "./kbd";
import { Link } from "./link";

/** A button that acts here. Submitting a form: SubmitButton; going somewhere: ButtonLink. */
export function Button({
  variant,
  size,
  keyHint,
  className,
  type = "button",
  children,
  ...props
}: ComponentProps<"button"> & ButtonLook) {
  return (
    <button {...props} type={type} className={buttonStyle({ variant, size }, className)} aria-keyshortcuts={keyHint}>
      {children}
      {keyHint && <KeyHint on={variant}>{keyHint}</KeyHint>}
    </button>
  );
}

/** A link that looks like a button. */
export function ButtonLink({
  variant,
  size,
  keyHint,
  className,
  children,
  ...props
}: ComponentProps<typeof Link> & ButtonLook) {
  return (
    <Link {...props} className={buttonStyle({ variant, size }, className)} aria-keyshortcuts={keyHint}>
      {children}
      {keyHint && <KeyHint on={variant}>{keyHint}</KeyHint>}
    </Link>
  );
}

/** The key, or the first of several. Not part of the name: aria-keyshortcuts already says it. */
export function KeyHint({ on, children }: { on?: ButtonVariant | undefined; children: string }) {
  const [key] = children.split(" ");
  return (
    <span aria-hidden="true" className="pointer-coarse:hidden">
      <Kbd look={on === "primary" ? "inherit" : "flat"}>{key === "Enter" ? "↵" : key}</Kbd>
    </span>
  );
}
