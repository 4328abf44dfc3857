import type { ReactNode } from "react";
import { cn } from "./class-names";

/** One line of a lane: what leads it (an avatar), its title, one line that says why, and what stands at its end. */
export function Row({
  lead,
  title,
  detail,
  why,
  children,
  className,
}: {
  lead?: ReactNode;
  title: ReactNode;
  detail?: ReactNode;
  why?: ReactNode;
  children?: ReactNode;
  className?: string;
}) {
  return (
    <div className={cn("flex items-center gap-3 border-line border-t px-4 py-[9px]", className)}>
      {lead}
      <div className="min-w-0 flex-1">
        <div className="sm:truncate">
          <span className="font-medium">{title}</span>
          {detail && (
            <span className="text-dim max-sm:block max-sm:text-small">
              <span className="max-sm:hidden"> · </span>
              {detail}
            </span>
          )}
        </div>
        {why && <div className="text-dim text-small sm:truncate">{why}</div>}
      </div>
      {children && <div className="flex flex-none items-center gap-2">{children}</div>}
    </div>
  );
}
