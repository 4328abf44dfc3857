"use client";

import { Clock } from "lucide-react";
import type { useTranslations } from "next-intl";
import { buttonStyle } from "@/components/ui/button-style";
import { cn } from "@/components/ui/class-names";
import { DetailsOnDemand } from "@/components/ui/details-on-demand";
import type { LaterDays } from "./later-days";
import { type Due, LaterForm } from "./later-form";

/**
 * The menu for another day; opening one closes the others. In a row it is a small sign and opens over the page, elsewhere it
 * makes room for itself. Its form is drawn once it is pointed at or tabbed to; without script the recommendation's own page
 * has the day, too.
 */
export function LaterChoices({
  item,
  name,
  days,
  inRow = false,
  t,
}: {
  item: Due;
  name: string;
  days: LaterDays;
  inRow?: boolean;
  t: ReturnType<typeof useTranslations<"recommendations.later">>;
}) {
  const what = t(item.dueOn ? "change" : "set");
  const panel = cn(
    "mt-1 rounded-control border border-line bg-panel p-2",
    inRow && "absolute top-full right-0 z-20 w-64 shadow-float",
  );
  return (
    <DetailsOnDemand
      key={item.version} // a new one closes it, once the day has changed
      name="later-menu"
      label={t("of", { what, name })}
      summary={
        <>
          <Clock aria-hidden="true" className="size-4" />
          {!inRow && what}
        </>
      }
      summaryStyle={buttonStyle(
        { variant: "ghost", size: inRow ? "icon" : "small" },
        "list-none [&::-webkit-details-marker]:hidden",
      )}
      before={
        // Not a Link: with script nobody sees it.
        <a href={`/recommendations/${item.id}`} className={cn(panel, "block text-small underline pointer-coarse:py-3")}>
          {t("onPage")}
        </a>
      }
      className={inRow ? "relative" : "open:basis-full"}
    >
      <LaterForm item={item} name={name} days={days} className={panel} />
    </DetailsOnDemand>
  );
}
