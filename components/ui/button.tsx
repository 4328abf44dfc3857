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

const signs: Record<string, string> = { Enter: "↵", ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑", ArrowDown: "↓" };

/** A key as its sign, where it has one. */
export const keySign = (key: string) => signs[key] ?? key;

/** The keys, with spaces between. Not part of the name: aria-keyshortcuts already says them. */
export function KeyHint({ on, children }: { on?: ButtonVariant | undefined; children: string }) {
  return (
    <span aria-hidden="true" className="inline-flex gap-1 pointer-coarse:hidden">
      {children.split(" ").map((key) => (
        <Kbd key={key} look={on === "primary" ? "inherit" : "flat"}>
          {keySign(key)}
        </Kbd>
      ))}
    </span>
  );
}
