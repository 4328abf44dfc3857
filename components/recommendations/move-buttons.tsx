"use client";

import { SubmitButton } from "@/components/ui/submit-button";
import { nextStatuses } from "@/lib/recommendations/moves";
import type { RecommendationSummary } from "@/lib/recommendations/schema";
import type { Moves } from "./use-moves";
import type { BoardWords } from "./words";

/** Each moves it to another state. One form for all: a board has a hundred of them. */
export function MoveButtons({
  item: { id, version, status, direction, contact },
  moves: { submit, refused },
  words: { card: t },
}: {
  item: RecommendationSummary;
  moves: Moves;
  words: BoardWords;
}) {
  return (
    <form action={submit} className="contents">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      {nextStatuses(status, contact.connected).map((next, place) => (
        <SubmitButton key={next} name="status" value={next} size="small" variant={place === 0 ? "secondary" : "ghost"}>
          {status === "PUBLISHED" ? t("unpublish") : t(`move.${direction}.${next}`)}
        </SubmitButton>
      ))}
      {refused[id] && (
        <p role="alert" className="w-full font-medium text-blocked text-small">
          {refused[id]}
        </p>
      )}
    </form>
  );
}
