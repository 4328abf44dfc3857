"use client";

import { useTranslations } from "next-intl";

/** What the board and its cards say. For the whole board: looked for once a card, it took longer than the card. */
export function useBoardWords() {
  const board = useTranslations("recommendations");
  const statuses = useTranslations("recommendations.statuses");
  const card = useTranslations("recommendations.card");
  const later = useTranslations("recommendations.later");
  return { board, statuses, card, later };
}

export type BoardWords = ReturnType<typeof useBoardWords>;
