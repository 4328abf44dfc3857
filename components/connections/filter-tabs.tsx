import { useTranslations } from "next-intl";
import { TabLinks } from "@/components/ui/tab-links";
import { type ConnectionFilter, connectionFilters } from "@/lib/connections/schema";

export function FilterTabs({ current }: { current: ConnectionFilter }) {
  const t = useTranslations("connections.filters");
  return (
    <TabLinks
      label={t("label")}
      current={current}
      tabs={connectionFilters.map((filter) => ({
        name: filter,
        text: t(filter),
        href: filter === "all" ? "/connections" : `/connections?show=${filter}`,
      }))}
    />
  );
}
