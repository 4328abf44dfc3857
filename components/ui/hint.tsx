import { CircleHelp } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/**
 * What a word on the screen means, in one sentence, for whoever asks: a fold of the browser's own, so it opens by pointer,
 * touch and key and without script. `about` is the word.
 */
export function Hint({ about, children }: { about: string; children: ReactNode }) {
  const t = useTranslations("common.hint");
  return (
    <details name="hint" className="group relative inline-block font-normal text-body">
      <summary
        aria-label={t("about", { about })}
        className="-my-1 inline-grid size-6 list-none place-items-center rounded-full align-middle text-faint hover:text-ink group-open:text-ink pointer-coarse:size-8 [&::-webkit-details-marker]:hidden"
      >
        <CircleHelp aria-hidden="true" className="size-4" />
      </summary>
      <p className="absolute top-full left-1/2 z-20 mt-1 w-64 max-w-[70vw] -translate-x-1/2 rounded-control border border-line bg-panel px-3 py-2 text-left text-ink text-small shadow-float">
        {children}
      </p>
    </details>
  );
}
