"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { toast } from "@/components/ui/toast";
import { type Column, readColumns, writeColumns } from "@/lib/contacts/list/columns";
import { saveListSettingAction } from "@/lib/contacts/list/setting/actions";
import type { Density } from "@/lib/contacts/list/setting/words";

/** What somebody who drags does in a moment is kept once. */
const settledMs = 400;

export type Look = { columns: Column[]; density: Density };

/** How the list looks, and changing that: seen at once, kept for the owner (in the saved view that is shown) when it settles. */
export function useLook(initial: { columns: string; density: Density }, view: string | undefined) {
  const t = useTranslations("lists.arrange");
  const [look, setLook] = useState<Look>(() => ({ ...initial, columns: readColumns(initial.columns) }));
  const latest = useRef(look);
  const settling = useRef<ReturnType<typeof setTimeout> | null>(null);

  const save = useCallback(async () => {
    settling.current = null;
    const form = new FormData();
    form.set("view", view ?? "");
    form.set("columns", writeColumns(latest.current.columns));
    form.set("density", latest.current.density);
    const answer = await saveListSettingAction({}, form).catch(() => ({ saved: undefined }));
    if (!answer.saved) toast({ text: t("failed"), key: "look" });
  }, [view, t]);

  const change = useCallback(
    (part: Partial<Look>) => {
      latest.current = { ...latest.current, ...part };
      setLook(latest.current);
      if (settling.current) clearTimeout(settling.current);
      settling.current = setTimeout(save, settledMs);
    },
    [save],
  );

  // Whoever goes on before it settled has it kept all the same.
  useEffect(() => {
    const settle = () => {
      if (!settling.current) return;
      clearTimeout(settling.current);
      void save();
    };
    window.addEventListener("pagehide", settle);
    return () => {
      window.removeEventListener("pagehide", settle);
      settle();
    };
  }, [save]);
  return { look, change };
}
