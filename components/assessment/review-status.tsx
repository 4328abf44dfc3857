import { useTranslations } from "next-intl";
import { DayOf, useReader } from "@/components/ui/date";
import type { AssessmentDetail } from "@/lib/assessment/schema";

/** When it was last looked at and until when that counts; before the first time, for how many days it will. */
export function ReviewStatus({ assessment, maxAge }: { assessment: AssessmentDetail | null; maxAge: number }) {
  const t = useTranslations("assessment");
  const { now } = useReader();
  if (!assessment) return t("never", { days: maxAge });
  const counts = new Date(assessment.countsUntil) > now;
  return t.rich(counts ? "savedUntil" : "lapsed", {
    reviewed: () => <DayOf moment={assessment.reviewedAt} />,
    until: () => <DayOf moment={assessment.countsUntil} />,
  });
}
