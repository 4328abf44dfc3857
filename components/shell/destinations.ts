import type { Route } from "next";

/** The rail, top to bottom; `count` names the number shown beside it. */
export const destinations = [
  { name: "today", href: "/" },
  { name: "contacts", href: "/contacts", count: "contacts" },
  { name: "ready", href: "/ready", count: "ready" },
  { name: "invitations", href: "/invitations", count: "invitations" },
  { name: "connections", href: "/connections" },
  { name: "recommendations", href: "/recommendations", count: "recommendations" },
  { name: "data", href: "/data" },
] as const satisfies { name: string; href: Route; count?: string }[];

type Counted = Extract<(typeof destinations)[number], { count: string }>["count"];

/** How many there are to see to; zero and unknown show nothing. */
export type ShellCounts = Partial<Record<Counted, number>>;
