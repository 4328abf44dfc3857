import { useTranslations } from "next-intl";
import { TabLinks } from "@/components/ui/tab-links";
import { type RemovalList, removalLists } from "@/lib/connections/removal/schema";

export function RemovalTabs({ current, counts }: { current: RemovalList; counts: Record<RemovalList, number> }) {
  const t = useTranslations("connections.removal.lists");
  return (
    <TabLinks
      label={t("label")}
      current={current}
      tabs={removalLists.map((list) => ({
        name: list,
        text: t(list),
        href: list === "open" ? "/connections/removals" : `/connections/removals?show=${list}`,
        count: counts[list],
      }))}
    />
  );
}
