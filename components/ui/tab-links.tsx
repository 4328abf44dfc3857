"use client";

import type { Route } from "next";
import { useFormatter } from "next-intl";
import { Link } from "./link";

/**
 * Views of one page as links: each has its own address. `count` shows how many wait there; none shows nothing. `keyHint`
 * is the key that goes there. A client component: its texts would be twice in the page.
 */
export function TabLinks({
  label,
  current,
  tabs,
}: {
  label: string;
  current: string;
  tabs: { name: string; text: string; href: Route; count?: number; keyHint?: string }[];
}) {
  const { number } = useFormatter();
  return (
    <nav aria-label={label} className="mb-4">
      <ul className="flex flex-wrap gap-1">
        {tabs.map(({ name, text, href, count, keyHint }) => (
          <li key={name}>
            <Link
              href={href}
              aria-current={name === current ? "page" : undefined}
              aria-keyshortcuts={keyHint}
              className="inline-flex min-h-8 items-center gap-1.5 whitespace-nowrap rounded-control px-3 text-dim hover:text-ink aria-[current]:bg-soft aria-[current]:font-medium aria-[current]:text-ink pointer-coarse:min-h-11"
            >
              {text}
              {count ? <span className="text-faint text-small">{number(count)}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
