import { cn } from "./class-names";

/** A block where something is about to be; give it the size of that thing. The wait is announced by the parent. */
export function Skeleton({ round = false, className }: { round?: boolean; className?: string }) {
  return (
    <div
      aria-hidden="true"
      className={cn("animate-pulse bg-soft", round ? "rounded-full" : "rounded-small", className)}
    />
  );
}

/** Rows as Row draws them, still empty. */
export function SkeletonRows({ rows = 3 }: { rows?: number }) {
  return (
    <div aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <div key={row} className="flex items-center gap-3 border-line border-t px-4 py-[9px]">
          <Skeleton round className="size-[30px]" />
          <div className="grid flex-1 gap-1.5">
            <Skeleton className="h-3.5 w-2/5" />
            <Skeleton className="h-3 w-3/5" />
          </div>
        </div>
      ))}
    </div>
  );
}
