"use client";

import { useLocale, useTranslations } from "next-intl";
import type { PasteAnswer } from "@/lib/contacts/pasted/actions";
import type { Filled } from "@/lib/contacts/pasted/merge";

/** What a paste did, in a sentence or two. */
export function useFilledWords() {
  const t = useTranslations("contacts.form.paste");
  const list = new Intl.ListFormat(useLocale(), { type: "conjunction" });
  return (filled: Filled | null, { read, tooLong }: PasteAnswer): string => {
    if (!read || !filled) return t(tooLong ? "tooLong" : "nothing");
    const names = filled.filled.map(({ field, count }) => t(`fields.${field}`, { count }));
    const isGuess = read.isGuess && filled.filled.some(({ field }) => field === "fullName");
    return [
      names.length > 0 ? t("filled", { fields: list.format(names) }) : t("known"),
      isGuess && t("guess"),
      filled.kept.length > 0 &&
        t("kept", { fields: list.format(filled.kept.map((field) => t(`fields.${field}`, { count: 1 }))) }),
    ]
      .filter(Boolean)
      .join(" ");
  };
}
