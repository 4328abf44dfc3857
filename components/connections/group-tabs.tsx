import { useTranslations } from "next-intl";
import { TabLinks } from "@/components/ui/tab-links";
import { connectionsAddress } from "@/lib/connections/address";
import { type ConnectionQuery, connectionGroups, type GroupCounts } from "@/lib/connections/schema";

export function GroupTabs({ query, counts }: { query: ConnectionQuery; counts: GroupCounts }) {
  const t = useTranslations("connections.groups");
  return (
    <TabLinks
      label={t("label")}
      current={query.show}
      tabs={connectionGroups.map((group, place) => ({
        name: group,
        text: t(group),
        href: connectionsAddress(query, { show: group }),
        count: counts[group],
        keyHint: String(place + 1),
      }))}
    />
  );
}
