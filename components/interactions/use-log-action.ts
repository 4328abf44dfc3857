"use client";

import { useTimeZone, useTranslations } from "next-intl";
import { type RefObject, useMemo } from "react";
import { keeping } from "@/components/offline/keeping";
import { undoable } from "@/components/ui/undoable";
import { useUndo } from "@/components/ui/use-undo";
import { logInteractionAction, undoLogAction } from "@/lib/interactions/actions";
import type { ContactChoice } from "@/lib/interactions/schema";
import type { Person } from "./people-chosen";

/**
 * Logs, says so, and takes back all that was made by it; without a connection it is kept on this device. `recent` and
 * `chosen` are whom the form may name.
 */
export function useLogAction(recent: ContactChoice[], chosen: RefObject<Person[]>) {
  const t = useTranslations("interactions");
  const common = useTranslations("common");
  const undo = useUndo();
  const zone = useTimeZone() ?? "UTC";
  return useMemo(() => {
    const told = undoable(logInteractionAction, {
      done: t("logged"),
      undo: undo(undoLogAction, { fields: ({ ids }) => ({ ids: ids.join(",") }), undone: t("undone") }),
    });
    const known = () => [...recent, ...chosen.current].filter((person) => person.id !== null);
    return keeping(told, { people: known, timeZone: zone, said: t("kept"), undo: common("undo") });
  }, [t, common, undo, recent, chosen, zone]);
}
