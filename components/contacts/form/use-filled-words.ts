"use client";

import { useLocale, useTranslations } from "next-intl";
import type { PasteAnswer } from "@/lib/contacts/pasted/actions";
import type { Filled } from "@/lib/contacts/pasted/merge";
import { listInWords } from "@/lib/i18n/list";

/** What a paste did, in a sentence or two. */
export function useFilledWords() {
  const t = useTranslations("contacts.form.paste");
  const locale = useLocale();
  return (filled: Filled | null, { read, tooLong }: PasteAnswer): string => {
    if (!read || !filled) return t(tooLong ? "tooLong" : "nothing");
    const names = filled.filled.map(({ field, count }) => t(`fields.${field}`, { count }));
    const isGuess = read.isGuess && filled.filled.some(({ field }) => field === "fullName");
    return [
      names.length > 0 ? t("filled", { fields: listInWords(names, locale) }) : t("known"),
      isGuess && t("guess"),
      filled.kept.length > 0 &&
        t("kept", {
          fields: listInWords(
            filled.kept.map((field) => t(`fields.${field}`, { count: 1 })),
            locale,
          ),
        }),
    ]
      .filter(Boolean)
      .join(" ");
  };
}
