"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Panel } from "@/components/ui/panel";
import type { Group } from "@/lib/duplicates/schema";
import { likelyFrom } from "@/lib/duplicates/words";
import { Likenesses } from "./likenesses";
import { ReviewForm } from "./review-form";

/** One group after the other, in the same place: when the next one comes, its heading takes the focus. `isAsked`: by address. */
export function GroupReview({ group, isAsked, canUndo }: { group: Group; isAsked: boolean; canUndo: boolean }) {
  const t = useTranslations("duplicates");
  const heading = useRef<HTMLHeadingElement>(null);
  const key = group.people.map(({ id, version }) => `${id} ${version}`).join();
  const shown = useRef(key);
  useEffect(() => {
    if (shown.current !== key) heading.current?.focus({ preventScroll: true });
    shown.current = key;
  }, [key]);
  const [strongest] = group.likenesses;
  const title = strongest ? (strongest.score >= likelyFrom ? "likely" : "perhaps") : "asked";
  return (
    <Panel aria-labelledby="group-title" className="p-4 sm:px-[22px] sm:py-5">
      <h2 ref={heading} id="group-title" tabIndex={-1} className="font-bold text-heading outline-none">
        {t(title)}
      </h2>
      <Likenesses group={group} />
      <ReviewForm key={key} people={group.people} isAsked={isAsked} canUndo={canUndo} />
    </Panel>
  );
}
