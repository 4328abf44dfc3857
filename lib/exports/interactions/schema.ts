import type { InteractionDepth, InteractionDirection, InteractionKind } from "@/lib/interactions/words";

/** One interaction as the CSV and the calendar tell it. */
export type TakenInteraction = {
  id: string;
  kind: InteractionKind;
  direction: InteractionDirection;
  depth: InteractionDepth;
  /** ISO instants. */
  occurredAt: string;
  updatedAt: string;
  groupSize: number | null;
  confirmed: boolean;
  notes: string | null;
  /** Who took part and is not in the trash. */
  people: string[];
};
