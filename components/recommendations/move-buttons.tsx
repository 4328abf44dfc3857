"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
import { undoable } from "@/components/ui/undoable";
import { useUndo } from "@/components/ui/use-undo";
import type { FormState } from "@/lib/form-state";
import { moveRecommendationAction } from "@/lib/recommendations/actions";
import { nextStatuses } from "@/lib/recommendations/moves";
import type { RecommendationSummary } from "@/lib/recommendations/schema";
import type { RecommendationStatus } from "@/lib/recommendations/words";
import { followed } from "./card-frame";

/** Each moves it to another state, and the toast moves it back. One form for all: a board has a hundred of them. */
export function MoveButtons({
  item: { id, version, status, direction, publishedOn, contact },
}: {
  item: RecommendationSummary;
}) {
  const t = useTranslations("recommendations.card");
  const undoWith = useUndo();
  const action = followed(id, moveRecommendationAction);
  const before = { id, version: String(version + 1), status, publishedOn: publishedOn ?? "", undo: "on" };
  const move = undoable(action, (form) => ({
    done: t("moved", { name: contact.fullName, status: form.get("status") as RecommendationStatus }),
    undo: undoWith(action, { fields: () => before }),
  }));
  const [state, submit] = useActionState<FormState, FormData>(move, {});
  return (
    <form action={submit} className="contents">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      {nextStatuses(status, contact.connected).map((next, place) => (
        <SubmitButton key={next} name="status" value={next} size="small" variant={place === 0 ? "secondary" : "ghost"}>
          {status === "PUBLISHED" ? t("unpublish") : t(`move.${direction}.${next}`)}
        </SubmitButton>
      ))}
      {state.message && (
        <p role="alert" className="w-full font-medium text-blocked text-small">
          {state.message}
        </p>
      )}
    </form>
  );
}
