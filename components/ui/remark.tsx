import { Info } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./class-names";

/** Something to know before going on. Nothing went wrong, so it has no colour. */
export function Remark({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <p className={cn("flex gap-2 rounded-control bg-soft px-3 py-2", className)}>
      <Info aria-hidden="true" className="mt-0.5 size-4 flex-none text-dim" />
      <span>{children}</span>
    </p>
  );
}
