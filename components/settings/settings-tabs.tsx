import { useTranslations } from "next-intl";
import { TabLinks } from "@/components/ui/tab-links";

/** How Vouch works for its owner, and how they come in. */
export function SettingsTabs({ current }: { current: "general" | "account" }) {
  const t = useTranslations("settings.tabs");
  return (
    <TabLinks
      label={t("label")}
      current={current}
      tabs={[
        { name: "general", text: t("general"), href: "/settings" },
        { name: "account", text: t("account"), href: "/settings/account" },
      ]}
    />
  );
}
