// Going through invitations one after the other: which cards there are, which are answered, and which is looked at. What an
// answer does is known at once; that it was kept comes later, and puts the card back where it wasn't.
import type { IncomingBatch, IncomingCard } from "./schema";

export type Pass = {
  cards: IncomingCard[];
  /** How many are before the first card, and after the last one that is here. */
  before: number;
  left: number;
  /** The card looked at; null when all are answered. */
  current: string | null;
  answered: ReadonlySet<string>;
  skipped: ReadonlySet<string>;
  /** Grows whenever another card is looked at, and how that came about. */
  turn: number;
  came: "next" | "back";
};

export type PassEvent =
  | { type: "answered" | "putBack" | "chosen"; id: string }
  | { type: "skipped" }
  | { type: "loaded"; batch: IncomingBatch }
  | { type: "refreshed"; cards: IncomingCard[] }
  | { type: "replied"; id: string; reply: string | null; at: string };

export type Start = { batch: IncomingBatch; total: number; card?: string | undefined };

/** `total`: how many wait for an answer; `card`: which to begin with, else the first. */
export function startPass({ batch: { cards, before, isLast }, total, card }: Start): Pass {
  const current = (cards.find(({ id }) => id === card) ?? cards[0])?.id ?? null;
  const left = isLast ? 0 : Math.max(total - before - cards.length, 1);
  return { cards, before, left, current, answered: new Set(), skipped: new Set(), turn: 0, came: "next" };
}

export const openCards = ({ cards, answered }: Pass): IncomingCard[] => cards.filter(({ id }) => !answered.has(id));

/** Where the card stands among all there are, answered ones included. */
export function placeOf({ cards, before, left }: Pass, id: string): { position: number; total: number } {
  return { position: before + cards.findIndex((card) => card.id === id) + 1, total: before + cards.length + left };
}

/** The open card after (1) or before (-1) this one in the order they came in; after the last comes the first. */
export function beside(pass: Pass, id: string | null, step: 1 | -1): IncomingCard | null {
  const { cards, answered } = pass;
  const from = cards.findIndex((card) => card.id === id);
  for (let away = 1; away <= cards.length; away += 1) {
    const card = cards[(from + step * away + cards.length) % cards.length];
    if (card && !answered.has(card.id) && card.id !== id) return card;
  }
  return null;
}

export function nextPass(pass: Pass, event: PassEvent): Pass {
  switch (event.type) {
    case "answered": {
      const answered = new Set(pass.answered).add(event.id);
      const after = { ...pass, answered };
      return pass.current === event.id ? look(after, beside(after, event.id, 1)?.id ?? null) : after;
    }
    case "putBack":
      return look({ ...pass, answered: without(pass.answered, event.id) }, event.id, "back");
    case "chosen":
      return look(pass, event.id);
    case "skipped": {
      if (pass.current === null) return pass;
      return look(
        { ...pass, skipped: new Set(pass.skipped).add(pass.current) },
        beside(pass, pass.current, 1)?.id ?? pass.current,
      );
    }
    case "loaded": {
      const known = new Set(pass.cards.map(({ id }) => id));
      const more = event.batch.cards.filter(({ id }) => !known.has(id));
      const cards = [...pass.cards, ...more];
      const after = { ...pass, cards, left: event.batch.isLast ? 0 : Math.max(pass.left - more.length, 1) };
      return pass.current === null ? look(after, openCards(after)[0]?.id ?? null) : after;
    }
    case "refreshed": {
      const fresh = new Map(event.cards.map((card) => [card.id, card]));
      return { ...pass, cards: pass.cards.map((card) => fresh.get(card.id) ?? card) };
    }
    case "replied": {
      const replied = event.reply !== null;
      const cards = pass.cards.map((card) =>
        card.id === event.id
          ? {
              ...card,
              reply: event.reply,
              repliedAt: replied ? (card.repliedAt ?? event.at) : null,
              facts: { ...card.facts, replied },
            }
          : card,
      );
      return look({ ...pass, cards }, event.id, "back");
    }
  }
}

function look(pass: Pass, current: string | null, came: Pass["came"] = "next"): Pass {
  return { ...pass, current, came, turn: pass.turn + 1 };
}

function without(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const rest = new Set(ids);
  rest.delete(id);
  return rest;
}
