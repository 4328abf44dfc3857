import "server-only";
import type { z } from "zod";
import type { Versions } from "@/lib/form-conflict/answer";
import { changedAt } from "@/lib/form-conflict/data";
import { choice, day, line, text } from "@/lib/form-conflict/fields";
import { Refusal } from "@/lib/refusal";
import { getRecommendation } from "./board/data";
import { recommendationValues } from "./form-values";
import type { updateRecommendation } from "./schema";
import { directions, recommendationStatuses } from "./words";

export const recommendationVersions: Versions<z.output<typeof updateRecommendation>> = {
  async newest(db, { id }, { timeZone }) {
    const item = await getRecommendation(db, id, { timeZone, now: new Date() });
    if (!item) throw new Refusal("notFound");
    const values = recommendationValues(item);
    return { version: item.version, changedAt: await changedAt(db, "recommendation", id), values };
  },
  fields: (t, account) => [
    choice("direction", t("recommendations.form.direction"), directions, (way) => t(`recommendations.form.${way}`)),
    choice("status", t("recommendations.form.status"), recommendationStatuses, (status) =>
      t(`recommendations.statuses.${status}`),
    ),
    day("dueOn", t("recommendations.form.dueOn"), { ...account, prefer: "future" }),
    line("work", t("recommendations.form.work")),
    text("text", t("recommendations.form.text")),
    day("publishedOn", t("recommendations.form.publishedOn"), account),
  ],
};
