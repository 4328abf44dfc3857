import { useTranslations } from "next-intl";
import { TabLinks } from "@/components/ui/tab-links";

/** The network over time, and as a map. */
export function NetworkTabs({ current }: { current: "time" | "map" }) {
  const t = useTranslations("network.tabs");
  return (
    <TabLinks
      label={t("label")}
      current={current}
      tabs={[
        { name: "time", text: t("time"), href: "/network" },
        { name: "map", text: t("map"), href: "/map" },
      ]}
    />
  );
}
