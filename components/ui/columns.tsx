import type { ReactNode } from "react";

/** A page's two columns: what it is about, and what stands beside it (below it where there is no room). */
export function Columns({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-[18px] lg:grid-cols-[minmax(0,1.55fr)_minmax(0,1fr)]">
      <Stack>{children}</Stack>
      <Stack>{aside}</Stack>
    </div>
  );
}

/** Panels under each other, as far apart as columns are. */
export function Stack({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-[minmax(0,1fr)] gap-[18px]">{children}</div>;
}
