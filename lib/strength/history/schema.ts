// How strong a relationship was, day by day, as pages get it; safe in the browser. Moments are milliseconds.
import type { InteractionKind } from "@/lib/interactions/words";

/** The standing's heat right after an event (see contact_standing.heat), and from when on it holds. */
export type Heat = { at: number; heat: number };

/** A day something happened: what, how often, the one interaction if it was only one, and the heat after it. */
export type DayOfContact = Heat & { kinds: { kind: InteractionKind; count: number }[]; interactionId: string | null };

export type StrengthHistory = {
  /** In order of time. */
  days: DayOfContact[];
  /** The heat the shown span begins with; null where nothing had happened before it. */
  before: Heat | null;
  /** How many interactions lie before the span, and when the first of all was; null without any. */
  earlier: number;
  firstAt: number | null;
  halfLifeDays: number;
  warmAt: number;
};

/** Every heat the span needs, in order of time. */
export function heatsOf({ before, days }: Pick<StrengthHistory, "before" | "days">): Heat[] {
  return before ? [before, ...days] : days;
}
