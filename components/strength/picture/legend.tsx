import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { InteractionKind } from "@/lib/interactions/words";
import { Marks } from "./mark-shape";

/** What the lines and shapes of the picture mean. */
export function Legend({ kinds, cools, supposes }: { kinds: InteractionKind[]; cools: boolean; supposes: boolean }) {
  const t = useTranslations("strength.picture.legend");
  const words = useTranslations("interactions.kinds");
  return (
    <ul aria-label={t("title")} className="flex flex-wrap gap-x-4 gap-y-1 text-dim text-small">
      <Entry text={t("past")}>
        <path d="M0 6h24" className="stroke-ink" strokeWidth="2" />
      </Entry>
      <Entry text={t("future")}>
        <path d="M1 6h23" className="stroke-ink/60" strokeWidth="2" strokeDasharray="1 5" strokeLinecap="round" />
      </Entry>
      {supposes && (
        <Entry text={t("supposed")}>
          <path d="M0 6h24" className="stroke-accent" strokeWidth="2" strokeDasharray="7 4" />
        </Entry>
      )}
      {cools && (
        <Entry text={t("cools")}>
          <path d="M8 2l8 8m0-8l-8 8" className="stroke-almost" strokeWidth="2" strokeLinecap="round" />
        </Entry>
      )}
      {kinds.map((kind) => (
        <Entry key={kind} text={words(kind)}>
          <Marks kind={kind} at={[12]} y={6} />
        </Entry>
      ))}
    </ul>
  );
}

function Entry({ text, children }: { text: string; children: ReactNode }) {
  return (
    <li className="inline-flex items-center gap-1.5">
      <svg aria-hidden="true" viewBox="0 0 24 12" className="h-3 w-6 flex-none">
        {children}
      </svg>
      {text}
    </li>
  );
}
