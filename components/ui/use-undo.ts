"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { FormAction } from "@/lib/form-state";
import type { Undo } from "./undoable";

/** How an `undoable` action is taken back, in the usual words: by `action`, of the row that was saved unless `fields` says otherwise. */
export function useUndo() {
  const t = useTranslations("common");
  return useCallback(
    (
      action: FormAction,
      {
        fields = ({ ids: [id = ""] }) => ({ id }),
        undone = t("undone"),
      }: Partial<Pick<Undo, "fields" | "undone">> = {},
    ): Undo => ({
      label: t("undo"),
      action,
      fields,
      undone,
      failed: t("undoFailed"),
    }),
    [t],
  );
}
