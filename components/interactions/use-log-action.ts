"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { undoable } from "@/components/ui/undoable";
import { useUndo } from "@/components/ui/use-undo";
import { logInteractionAction, undoLogAction } from "@/lib/interactions/actions";

/** Logs, says so, and takes back all that was made by it. */
export function useLogAction() {
  const t = useTranslations("interactions");
  const undo = useUndo();
  return useMemo(
    () =>
      undoable(logInteractionAction, {
        done: t("logged"),
        undo: undo(undoLogAction, { fields: ({ ids }) => ({ ids: ids.join(",") }), undone: t("undone") }),
      }),
    [t, undo],
  );
}
