import type { Route } from "next";
import { useFormatter } from "next-intl";
import type { ReactNode } from "react";
import { Hint } from "@/components/ui/hint";
import { Link } from "@/components/ui/link";

export type Bar = { key: string; label: string; count: number; href: Route; fill: string };

/** A bar for each of a few kinds. Name and number stand beside it, so colour says nothing alone. */
export function BarList({ label, hint, bars }: { label: string; hint: ReactNode; bars: Bar[] }) {
  const { number } = useFormatter();
  const longest = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <div>
      <div className="mb-1 flex items-center gap-1 text-small">
        <span className="font-medium">{label}</span>
        <Hint about={label} to="left">
          {hint}
        </Hint>
      </div>
      <ul aria-label={label} className="grid gap-1">
        {bars.map(({ key, label: name, count, href, fill }) => (
          <li key={key}>
            <Link
              href={href}
              className="grid min-h-6 grid-cols-[6.5rem_minmax(0,1fr)_3.5rem] items-center gap-2 rounded-small text-small hover:bg-soft pointer-coarse:min-h-8"
            >
              <span className="truncate text-dim">{name}</span>
              <svg aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none" className="h-2.5 w-full">
                <rect width={(count / longest) * 100} height="10" className={fill} />
              </svg>
              <span className="text-right font-medium">{number(count)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
