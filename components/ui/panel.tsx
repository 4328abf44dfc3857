import { useFormatter } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./class-names";

/** A bordered surface. Give it aria-labelledby (the id passed to PanelHeader) to make it a named region. */
export function Panel({ className, ...props }: ComponentProps<"section">) {
  return (
    <section {...props} className={cn("min-w-0 rounded-panel border border-line bg-panel shadow-panel", className)} />
  );
}

/** Title, an optional count or remark beside it, and what belongs at the far end (a link, a meter). */
export function PanelHeader({
  title,
  id,
  note,
  children,
}: {
  title: ReactNode;
  id?: string;
  note?: ReactNode;
  children?: ReactNode;
}) {
  const { number } = useFormatter();
  return (
    <header className="flex flex-wrap items-baseline gap-x-2 gap-y-1 px-4 pt-3 pb-2">
      <h2 id={id} className="font-bold text-body">
        {title}
      </h2>
      {note !== undefined && <span className="text-faint">{typeof note === "number" ? number(note) : note}</span>}
      {children && <div className="ml-auto text-dim text-small">{children}</div>}
    </header>
  );
}
