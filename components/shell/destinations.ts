import type { Route } from "next";

/** The rail, top to bottom; `go` is the letter that leads there after G, `count` names the number shown beside it. */
export const destinations = [
  { name: "today", go: "T", href: "/" },
  { name: "contacts", go: "C", href: "/contacts", count: "contacts" },
  { name: "ready", go: "R", href: "/ready", count: "ready" },
  { name: "invitations", go: "I", href: "/invitations", count: "invitations" },
  { name: "connections", go: "N", href: "/connections" },
  { name: "recommendations", go: "E", href: "/recommendations", count: "recommendations" },
  { name: "data", go: "D", href: "/data" },
] as const satisfies { name: string; go?: string; href: Route; count?: string }[];

type Counted = Extract<(typeof destinations)[number], { count: string }>["count"];

/** How many there are to see to; zero and unknown show nothing. */
export type ShellCounts = Partial<Record<Counted, number>>;
