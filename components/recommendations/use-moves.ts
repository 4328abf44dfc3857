"use client";

import { useActionState } from "react";
import { undoable } from "@/components/ui/undoable";
import { useUndo } from "@/components/ui/use-undo";
import type { FormState } from "@/lib/form-state";
import { moveRecommendationAction } from "@/lib/recommendations/actions";
import type { BoardColumn } from "@/lib/recommendations/schema";
import type { RecommendationStatus } from "@/lib/recommendations/words";
import { followed } from "./card-frame";
import type { BoardWords } from "./words";

/** Why cards stayed where they were: a sentence by the recommendation's id. */
type Refused = Record<string, string | undefined>;

/** The answer to the last move; `refused` also tells of those before, which one answer for the whole board would lose. */
type Moved = FormState & { refused?: Refused };

/** Without script there is the answer alone. What was sent comes back with it, and so whose it is. */
const refusedIn = ({ refused, message, values }: Moved): Refused =>
  refused ?? (typeof values?.id === "string" ? { [values.id]: message } : {});

/**
 * Moves the cards of a board, each by a form of its own; the toast moves it back. One state for all of them: React writes
 * the state of each into the page, and stops at each to do it. Two moves at once are done one after the other.
 */
export function useMoves(columns: BoardColumn[], { card: t }: BoardWords) {
  const undoWith = useUndo();
  const action = followed(moveRecommendationAction);
  const told = undoable(action, (form) => {
    const id = form.get("id");
    const item = columns.flatMap(({ items }) => items).find((item) => item.id === id);
    if (!item) return null;
    const { contact, version, status, publishedOn } = item;
    const before = { id: item.id, version: String(version + 1), status, publishedOn: publishedOn ?? "", undo: "on" };
    return {
      done: t("moved", { name: contact.fullName, status: form.get("status") as RecommendationStatus }),
      undo: undoWith(action, { fields: () => before }),
    };
  });
  const move = async (previous: Moved, form: FormData): Promise<Moved> => {
    const answer = await told(previous, form);
    return { ...answer, refused: { ...refusedIn(previous), [String(form.get("id"))]: answer.message } };
  };
  // On the server the bare action is needed: only that can be written into the HTML for use without script.
  const [state, submit] = useActionState<Moved, FormData>(typeof window === "undefined" ? action : move, {});
  return { submit, refused: refusedIn(state) };
}

export type Moves = ReturnType<typeof useMoves>;
