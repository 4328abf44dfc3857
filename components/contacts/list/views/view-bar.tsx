"use client";

import { ChevronDown } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { ActionButton } from "@/components/ui/action-button";
import { Button } from "@/components/ui/button";
import { TabLinks } from "@/components/ui/tab-links";
import { contactsAddress } from "@/lib/contacts/list/address";
import { writeFilter } from "@/lib/contacts/list/filter/syntax";
import { type ContactQuery, contactQuery } from "@/lib/contacts/list/schema";
import { changeViewAction } from "@/lib/contacts/list/views/actions";
import { addressOf } from "@/lib/contacts/list/views/address";
import type { SavedView } from "@/lib/contacts/list/views/schema";

const ViewMenu = dynamic(() => import("./view-menu").then((module) => module.ViewMenu), {
  loading: () => <ChevronDown aria-hidden="true" className="size-3.5" />,
});
const ViewDialog = dynamic(() => import("./view-dialog").then((module) => module.ViewDialog), { ssr: false });

/** The saved views as tabs, the one that is shown with its menu, and keeping what is shown now. */
export function ViewBar({
  query,
  views,
  current,
  columns,
}: {
  query: ContactQuery;
  views: SavedView[];
  current: SavedView | null;
  /** Of the list as it is shown. */
  columns: string;
}) {
  const t = useTranslations("lists.views");
  const [saving, setSaving] = useState(false);
  const filter = writeFilter(query.terms);
  const isChanged = current
    ? contactsAddress(query) !== addressOf(current)
    : filter !== "" || query.sort !== "name" || query.reversed;
  const everybody = contactsAddress(
    contactQuery.parse({ view: views.some(({ isDefault }) => isDefault) ? "all" : undefined }),
  );
  const shown = useMemo(() => ({ query: filter, sort: query.sort, reversed: query.reversed }), [filter, query]);
  return (
    <div className="flex min-h-10 min-w-0 flex-wrap items-center gap-x-2 [&_nav]:mb-0">
      {views.length > 0 && (
        <TabLinks
          label={t("label")}
          current={current?.id ?? "all"}
          tabs={[
            { name: "all", text: t("all"), href: everybody },
            ...views.map((view) => ({ name: view.id, text: view.name, href: addressOf(view) })),
          ]}
        />
      )}
      {current && <ViewMenu view={current} />}
      {current && isChanged && (
        <ActionButton
          action={changeViewAction}
          fields={{ id: current.id, query: shown.query, sort: shown.sort, ...(shown.reversed && { reversed: "on" }) }}
          done={t("updated", { name: current.name })}
          undo={{
            action: changeViewAction,
            fields: {
              ...{ id: current.id, query: current.query, sort: current.sort },
              ...(current.reversed && { reversed: "on" }),
            },
          }}
        >
          {t("update", { name: current.name })}
        </ActionButton>
      )}
      {isChanged && (
        <Button size="small" variant="ghost" aria-haspopup="dialog" onClick={() => setSaving(true)}>
          {t("save")}
        </Button>
      )}
      {saving && <ViewDialog shown={{ ...shown, columns }} onClose={() => setSaving(false)} />}
    </div>
  );
}
