import { useTranslations } from "next-intl";
import { TabLinks } from "@/components/ui/tab-links";

const tabs = [
  { name: "board", href: "/recommendations" },
  { name: "ledger", href: "/recommendations/ledger" },
  { name: "help", href: "/recommendations/help" },
  { name: "introductions", href: "/recommendations/introductions" },
] as const;

/** What people do for each other, seen four ways. */
export function Tabs({ current }: { current: (typeof tabs)[number]["name"] }) {
  const t = useTranslations("recommendations.tabs");
  return <TabLinks label={t("label")} current={current} tabs={tabs.map((tab) => ({ ...tab, text: t(tab.name) }))} />;
}
