import { useTranslations } from "next-intl";
import { TabLinks } from "@/components/ui/tab-links";
import { type Progress, type ReviewList, reviewLists } from "@/lib/duplicates/schema";

/** Who probably is one person first; the many who perhaps are have a list of their own, and so has what was decided. */
export function Lists({ current, progress }: { current: ReviewList; progress: Progress }) {
  const t = useTranslations("duplicates.lists");
  return (
    <TabLinks
      label={t("label")}
      current={current}
      tabs={reviewLists.map((list) => ({
        name: list,
        text: t(list),
        href: list === "likely" ? "/contacts/duplicates" : `/contacts/duplicates?show=${list}`,
        count: progress[list],
      }))}
    />
  );
}
