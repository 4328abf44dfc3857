import { useTranslations } from "next-intl";
import type { Ref } from "react";
import { cn } from "@/components/ui/class-names";
import type { Palette } from "./draw";
import { type Group, groups } from "./scene";

const inks: Record<keyof Palette, string> = {
  READY: "text-ready",
  ALMOST: "text-almost",
  BUILDING: "text-building",
  PENDING: "text-pending",
  CONNECTED: "text-connected",
  BLOCKED: "text-blocked",
  company: "text-dim",
  tag: "text-dim",
  ink: "text-ink",
  dim: "text-dim",
  line: "text-edge",
  panel: "text-panel",
  accent: "text-accent",
};

/** What the shapes and colours mean. The canvas takes its colours from here: see `paletteOf`. */
export function Legend({ ref }: { ref: Ref<HTMLUListElement> }) {
  const t = useTranslations("map");
  const strength = useTranslations("strength.verdicts");
  return (
    <ul ref={ref} aria-label={t("legend")} className="flex flex-wrap gap-x-4 gap-y-1 text-small">
      {groups.map((group) => (
        <li key={group} className="inline-flex items-center gap-1.5">
          <svg aria-hidden="true" viewBox="0 0 12 12" data-ink={group} className={cn("size-3 flex-none", inks[group])}>
            {shape(group)}
          </svg>
          <span className="text-dim">
            {group === "company" || group === "tag" ? t(`kinds.${group}`) : strength(group)}
          </span>
        </li>
      ))}
      {(["ink", "dim", "line", "panel", "accent"] as const).map((ink) => (
        <li key={ink} hidden>
          <span data-ink={ink} className={inks[ink]} />
        </li>
      ))}
    </ul>
  );
}

function shape(group: Group) {
  if (group === "company") return <rect x="2" y="2" width="8" height="8" className="fill-none stroke-current" />;
  if (group === "tag") return <path d="M6 1l5 5-5 5-5-5z" className="fill-none stroke-current" />;
  return <circle cx="6" cy="6" r="5" className="fill-current" />;
}

/** The legend's colours as they are in the present theme. */
export function paletteOf(legend: HTMLElement): Palette {
  const colour = (ink: string) => {
    const found = legend.querySelector(`[data-ink="${ink}"]`);
    return found ? getComputedStyle(found).color : "gray";
  };
  return Object.fromEntries(Object.keys(inks).map((ink) => [ink, colour(ink)])) as Palette;
}
