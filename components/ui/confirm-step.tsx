import type { ReactNode } from "react";
import { buttonStyle } from "./button-style";

/** For what can't be undone: the first press only shows what would happen, and `children`, the button that does it. */
export function ConfirmStep({
  label,
  title,
  text,
  children,
}: Record<"label" | "title" | "text" | "children", ReactNode>) {
  return (
    <details className="group">
      <summary className={buttonStyle({ variant: "danger" }, "w-fit list-none group-open:hidden")}>{label}</summary>
      <div className="grid justify-items-start gap-2 rounded-control border border-line p-4">
        <p className="font-medium">{title}</p>
        <p className="text-dim">{text}</p>
        {children}
      </div>
    </details>
  );
}
