import { cn } from "./class-names";

/** How many characters of how many. Past the limit it says by how much, not only by colour. */
export function Counter({ used, limit }: { used: number; limit: number }) {
  const over = used > limit;
  return (
    <output className={cn("text-small tabular-nums", over ? "font-medium text-blocked" : "text-dim")}>
      {over ? `${limit - used}` : `${used} / ${limit}`}
    </output>
  );
}
