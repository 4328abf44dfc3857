import { CircleHelp } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "./class-names";

/**
 * What a word on the screen means, in one sentence, for whoever asks: a fold of the browser's own, so it opens by pointer,
 * touch and key and without script. `about` is the word; `to` is the side on which there is room for the sentence. On a phone
 * it stands above the bar at the bottom.
 */
export function Hint({ about, to = "right", children }: { about: string; to?: "left" | "right"; children: ReactNode }) {
  const t = useTranslations("common.hint");
  return (
    <details name="hint" className="group relative inline-block font-normal text-body">
      <summary
        aria-label={t("about", { about })}
        className="-my-1 inline-grid size-6 list-none place-items-center rounded-full align-middle text-faint hover:text-ink group-open:text-ink pointer-coarse:size-8 [&::-webkit-details-marker]:hidden"
      >
        <CircleHelp aria-hidden="true" className="size-4" />
      </summary>
      <p
        className={cn(
          "z-20 rounded-control border border-line bg-panel px-3 py-2 text-left text-ink text-small shadow-float",
          "max-sm:fixed max-sm:inset-x-4 max-sm:bottom-24 sm:absolute sm:top-full sm:mt-1 sm:w-64",
          to === "left" ? "sm:-right-2" : "sm:-left-8",
        )}
      >
        {children}
      </p>
    </details>
  );
}
