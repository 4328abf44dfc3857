"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { ActionButton } from "@/components/ui/action-button";
import { moveRecommendationAction } from "@/lib/recommendations/actions";
import type { RecommendationSummary } from "@/lib/recommendations/schema";
import type { RecommendationStatus } from "@/lib/recommendations/words";
import { followed } from "./card-frame";

/** Moves it to a state; the toast moves it back. */
export function MoveButton({
  item: { id, version, status, direction, publishedOn, contact },
  to,
  first,
}: {
  item: RecommendationSummary;
  to: RecommendationStatus;
  first: boolean;
}) {
  const t = useTranslations("recommendations");
  const action = useMemo(() => followed(id, moveRecommendationAction), [id]);
  return (
    <ActionButton
      action={action}
      fields={{ id, version, status: to }}
      done={t("moved", { name: contact.fullName, status: to })}
      undo={{
        action,
        fields: { id, version: String(version + 1), status, publishedOn: publishedOn ?? "", undo: "on" },
      }}
      variant={first ? "secondary" : "ghost"}
    >
      {status === "PUBLISHED" ? t("unpublish") : t(`move.${direction}.${to}`)}
    </ActionButton>
  );
}
