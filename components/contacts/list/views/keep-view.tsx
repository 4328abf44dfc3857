"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "@/components/ui/action-button";
import { Button } from "@/components/ui/button";
import { contactsAddress } from "@/lib/contacts/list/address";
import { writeFilter } from "@/lib/contacts/list/filter/syntax";
import type { ContactQuery } from "@/lib/contacts/list/query";
import { changeViewAction } from "@/lib/contacts/list/views/actions";
import { addressOf } from "@/lib/contacts/list/views/address";
import type { SavedView } from "@/lib/contacts/list/views/schema";

const ViewDialog = dynamic(() => import("./view-dialog").then((module) => module.ViewDialog), { ssr: false });

/** Keeps what is shown now, where that isn't kept already: as a new view, or in the one that is shown. */
export function KeepView({
  query,
  current,
  columns,
}: {
  query: ContactQuery;
  current: SavedView | null;
  /** Of the list as it is shown. */
  columns: string;
}) {
  const t = useTranslations("lists.views");
  const [saving, setSaving] = useState(false);
  const shown = { query: writeFilter(query.terms), sort: query.sort, reversed: query.reversed };
  const isKept = current
    ? contactsAddress(query) === addressOf(current)
    : shown.query === "" && shown.sort === "name" && !shown.reversed;
  if (isKept && !saving) return null;
  return (
    <>
      {current && (
        <ActionButton
          action={changeViewAction}
          fields={{ id: current.id, ...fieldsOf(shown) }}
          done={t("updated", { name: current.name })}
          undo={{ action: changeViewAction, fields: { id: current.id, ...fieldsOf(current) } }}
        >
          {t("update", { name: current.name })}
        </ActionButton>
      )}
      <Button size="small" aria-haspopup="dialog" onClick={() => setSaving(true)}>
        {t("save")}
      </Button>
      {saving && <ViewDialog shown={{ ...shown, columns }} onClose={() => setSaving(false)} />}
    </>
  );
}

const fieldsOf = ({
  query,
  sort,
  reversed,
}: Pick<SavedView, "query" | "sort" | "reversed">): Record<string, string> => ({
  ...{ query, sort },
  ...(reversed && { reversed: "on" }),
});
