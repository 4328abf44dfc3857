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
