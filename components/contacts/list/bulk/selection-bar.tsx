"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import type { Selection } from "../use-selection";

// Wanted only once somebody is selected.
const BulkActions = dynamic(() => import("./bulk-actions").then((module) => module.BulkActions), { ssr: false });

/** Over the table's head (on a phone the page's foot) while somebody is selected, where no toast covers it: how many, and what can be done with them. Says how many when it changes. */
export function SelectionBar({ selection, tags }: { selection: Selection; tags: string[] }) {
  const t = useTranslations("lists.select");
  const { size, isAll } = selection;
  const words = t(isAll ? "everybody" : "count", { count: size });
  return (
    <>
      <output className="sr-only">{size > 0 && words}</output>
      {size > 0 && (
        <section
          aria-label={t("region")}
          className="fixed inset-x-3 bottom-[calc(4.5rem+env(safe-area-inset-bottom))] z-30 mx-auto flex w-fit max-w-[calc(100vw-1.5rem)] flex-wrap items-center gap-2 rounded-panel border border-edge bg-panel px-3 py-2 shadow-float md:top-[74px] md:bottom-auto md:left-[216px]"
        >
          <span aria-hidden="true" className="px-1 font-medium">
            {words}
          </span>
          <BulkActions selection={selection} tags={tags} />
        </section>
      )}
    </>
  );
}
