"use client";

import type { Route } from "next";
import { usePathname } from "next/navigation";
import type { MouseEvent, ReactNode } from "react";
import { Link } from "@/components/ui/link";

/** A link of the navigation that knows whether it is the page shown ("page") or holds it ("true"). */
export function NavLink({ href, className, children }: { href: Route; className: string; children: ReactNode }) {
  const path = usePathname();
  const within = href !== "/" && path.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      aria-current={path === href ? "page" : within ? true : undefined}
      onClick={closeDrawer}
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
