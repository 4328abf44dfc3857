import type { ReactNode } from "react";
import { cn } from "./class-names";

/** The only coloured meanings there are. */
export type Tone = "connected" | "pending" | "blocked" | "ready" | "almost" | "building";

const tones: Record<Tone, string> = {
  connected: "bg-connected-bg text-connected",
  pending: "bg-pending-bg text-pending",
  blocked: "bg-blocked-bg text-blocked",
  ready: "bg-ready-bg text-ready",
  almost: "bg-almost-bg text-almost",
  building: "bg-building-bg text-building",
};

/** A state in a word or three: a dot and its words, so that the colour never says it alone. */
export function Pill({ tone, children, className }: { tone: Tone; children: ReactNode; className?: string }) {
  return (
    <span
      className={cn(
        "inline-flex items-center gap-1.5 whitespace-nowrap rounded-full px-2.5 py-0.5 font-bold text-small",
        "before:size-1.5 before:rounded-full before:bg-current", // drawn by the style: a list has sixty of them
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
