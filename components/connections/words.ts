"use client";

import { useTranslations } from "next-intl";
import { type Rule, rules } from "@/lib/strength/schema";

/** What the rows of the list say. For the whole list: looked for once a row, it took as long as drawing them. */
export function useRowWords() {
  const row = useTranslations("connections.row");
  const removing = useTranslations("connections.removing");
  const prefill = useTranslations("connections.removing.prefill");
  const reasons = useTranslations("connections.reasons");
  const held = useTranslations("connections.rules");
  const names = useTranslations("strength.rules");
  return {
    ...{ row, removing, prefill, reasons },
    held: ofEach((rule) => held(rule)),
    names: ofEach((rule) => names(rule)),
  };
}

export type RowWords = ReturnType<typeof useRowWords>;

const ofEach = (word: (rule: Rule) => string) =>
  Object.fromEntries(rules.map((rule) => [rule, word(rule)])) as Record<Rule, string>;
