import { cn } from "./class-names";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";
export type ButtonSize = "small" | "medium" | "icon";

/** `keyHint`, "N" or "Enter", is the key that presses it, or several with spaces between: the first is shown beside the words, and where Shortcuts finds it. */
export type ButtonLook = { variant?: ButtonVariant; size?: ButtonSize; keyHint?: string };

const variants: Record<ButtonVariant, string> = {
  primary: "border-accent bg-accent text-accent-ink hover:border-accent-hover hover:bg-accent-hover",
  secondary: "border-line bg-panel text-ink hover:border-edge",
  ghost: "border-transparent text-dim hover:bg-soft hover:text-ink",
  danger: "border-line bg-panel text-blocked hover:border-blocked hover:bg-blocked-bg",
};

const sizes: Record<ButtonSize, string> = {
  small: "min-h-7 px-2.5 text-small pointer-coarse:min-h-10",
  icon: "size-7 pointer-coarse:size-10",
  medium: "min-h-9 px-3.5 text-body pointer-coarse:min-h-11",
};

export function buttonStyle({ variant = "secondary", size = "medium" }: ButtonLook, className?: string): string {
  return cn(
    "inline-flex items-center justify-center gap-2 whitespace-nowrap rounded-control border font-medium transition-colors",
    "aria-disabled:opacity-60 disabled:opacity-60",
    variants[variant],
    sizes[size],
    className,
  );
}
