import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { bringBackRecommendationAction, deleteRecommendationAction } from "@/lib/recommendations/actions";
import type { DeletedRecommendation, RecommendationDetail, SavedText } from "@/lib/recommendations/schema";

/** Deletes at once; the toast brings it back with every text. */
export function DeleteRecommendation({ item, texts }: { item: RecommendationDetail; texts: SavedText[] }) {
  const t = useTranslations("recommendations.form");
  const { id, version, direction, status, work, text, dueOn, publishedOn, createdAt, requestedAt, contact } = item;
  const memory: DeletedRecommendation = {
    ...{ id, version, contactId: contact.id, direction, status, work, text, dueOn, publishedOn },
    ...{ createdAt, requestedAt, texts },
  };
  return (
    <ActionButton
      action={deleteRecommendationAction}
      fields={{ id, version }}
      done={t("deleted", { name: contact.fullName })}
      undo={{ action: bringBackRecommendationAction, fields: { memory: JSON.stringify(memory) } }}
      leaves
      variant="danger"
      size="medium"
    >
      {t("delete")}
    </ActionButton>
  );
}
