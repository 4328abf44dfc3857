"use client";

import { ChevronDown } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { TabLinks } from "@/components/ui/tab-links";
import { addressOf } from "@/lib/contacts/list/views/address";
import type { SavedView } from "@/lib/contacts/list/views/schema";

const ViewMenu = dynamic(() => import("./view-menu").then((module) => module.ViewMenu), {
  loading: () => <ChevronDown aria-hidden="true" className="size-3.5" />,
});
/** The saved views as tabs, and the menu of the one that is shown. */
export function ViewBar({ views, current }: { views: SavedView[]; current: SavedView | null }) {
  const t = useTranslations("lists.views");
  if (views.length === 0) return null;
  const hasFirst = views.some(({ isDefault }) => isDefault);
  return (
    <div className="mb-3 flex min-w-0 flex-wrap items-center gap-x-2 [&_nav]:mb-0">
      <TabLinks
        label={t("label")}
        current={current?.id ?? "all"}
        tabs={[
          { name: "all", text: t("all"), href: hasFirst ? "/contacts?view=all" : "/contacts" },
          ...views.map((view) => ({ name: view.id, text: view.name, href: addressOf(view) })),
        ]}
      />
      {current && <ViewMenu view={current} />}
    </div>
  );
}
