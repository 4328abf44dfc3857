// The picture of a contact's strength in words: what happened when, and the strength after it.
import { coolings, type Decay, strengthAt, strengthOn } from "./curve";
import { type DayOfContact, type Heat, heatsOf, type StrengthHistory } from "./schema";
import type { Span } from "./span";

export type StrengthMoment = { at: number; strength: number } & (
  | { what: "contact"; kinds: DayOfContact["kinds"]; interactionId: string | null }
  | { what: "today" | "cools" | "asked" | "supposed" | "supposedCools" }
);

/** What is asked beside the plain course of things: a day, and the heat after a supposed meeting. */
export type Asked = { day: number | null; supposed: Heat | null };

/** Every moment of the span, the latest first. */
export function strengthMoments(
  history: StrengthHistory,
  { from, to }: Span,
  now: number,
  { day, supposed }: Asked,
): StrengthMoment[] {
  const decay: Decay & { warmAt: number } = history;
  const heats = heatsOf(history);
  const moment = (what: "today" | "cools" | "asked", at: number) => ({
    what,
    at,
    strength: strengthOn(heats, at, decay),
  });
  const moments: StrengthMoment[] = [
    ...history.days.map(({ at, heat, kinds, interactionId }) => ({
      what: "contact" as const,
      at,
      strength: strengthAt(heat, at, decay),
      kinds,
      interactionId,
    })),
    ...coolings(heats, from, to, decay).map((at) => moment("cools", at)),
    moment("today", now),
  ];
  if (day !== null && day >= from && day !== now) moments.push(moment("asked", day));
  if (supposed) {
    const after = (what: "supposed" | "supposedCools", at: number) => ({
      what,
      at,
      strength: strengthAt(supposed.heat, at, decay),
    });
    moments.push(
      after("supposed", supposed.at),
      ...coolings([supposed], from, to, decay).map((at) => after("supposedCools", at)),
    );
  }
  return moments.sort((one, other) => other.at - one.at);
}
