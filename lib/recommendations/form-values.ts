import type { FormValues } from "@/lib/form-state";
import type { RecommendationDetail } from "./schema";

/** What the form that edits a recommendation holds of it. */
export function recommendationValues(item: RecommendationDetail): FormValues {
  return {
    direction: item.direction,
    status: item.status,
    dueOn: item.dueOn ?? "",
    work: item.work ?? "",
    text: item.text ?? "",
    publishedOn: item.publishedOn ?? "",
  };
}
