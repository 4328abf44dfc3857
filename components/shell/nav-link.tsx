"use client";

import type { Route } from "next";
import { usePathname } from "next/navigation";
import type { MouseEvent, ReactNode } from "react";
import { Link } from "@/components/ui/link";

/**
 * A link of the navigation that knows whether it is the page shown ("page") or holds it ("true"). `go` is the letter that
 * leads there after G.
 */
export function NavLink({
  href,
  go,
  className,
  children,
}: {
  href: Route;
  go?: string | undefined;
  className: string;
  children: ReactNode;
}) {
  const path = usePathname();
  const within = href !== "/" && path.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      aria-current={path === href ? "page" : within ? true : undefined}
      onClick={closeDrawer}
      data-go={go}
      className={className}
    >
      {children}
    </Link>
  );
}

/** The phone's drawer is a native popover and would stay open: the shell outlives the page. */
function closeDrawer(event: MouseEvent<HTMLElement>) {
  event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
}
