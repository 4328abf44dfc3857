import { describe, expect, test } from "vitest";
import { beside, nextPass, openCards, type Pass, type PassEvent, placeOf, startPass } from "./pass";
import type { IncomingCard } from "./schema";

const card = (id: string): IncomingCard => ({
  id,
  status: "RECEIVED",
  at: "2026-11-01T00:00:00.000Z",
  message: null,
  question: null,
  askedAt: null,
  reply: null,
  repliedAt: null,
  contact: {
    id: `contact ${id}`,
    fullName: id,
    about: null,
    address: null,
    howWeMet: null,
    notes: null,
    verdict: "BUILDING",
    strength: 0,
    unmet: [],
  },
  history: { met: 0, lastMet: null, spoke: 0, messagesIn: 0, messagesOut: 0, latest: [], earlier: [] },
  mutual: { company: null, tags: [], introducedBy: [] },
  signals: [],
  facts: {
    verdict: "BUILDING",
    doNotConnect: false,
    openConcern: false,
    nameClash: false,
    knows: false,
    warm: false,
    hasHistory: false,
    introduced: false,
    message: "none",
    replied: false,
  },
});
const start = (ids: string, total = ids.length) =>
  startPass({ batch: { cards: [...ids].map(card), before: 0, isLast: total === ids.length }, total });
const after = (pass: Pass, ...events: PassEvent[]) => events.reduce(nextPass, pass);
const answered = (id: string): PassEvent => ({ type: "answered", id });

test("an answer leads to the next card; after the last comes the first that is open", () => {
  const pass = after(start("abc"), answered("a"));
  expect(pass.current).toBe("b");
  expect(after(pass, { type: "skipped" }, answered("c")).current).toBe("b");
  expect(after(pass, answered("b"), answered("c"))).toMatchObject({ current: null, turn: 3 });
});

test("the place counts answered cards and those that are still to come", () => {
  const pass = after(start("abc", 200), answered("a"));
  expect(placeOf(pass, "b")).toEqual({ position: 2, total: 200 });
  const more = { cards: [card("c"), card("d")], before: 0, isLast: false };
  const loaded = after(pass, { type: "loaded", batch: more });
  expect(placeOf(loaded, "d")).toEqual({ position: 4, total: 200 });
  expect(after(loaded, { type: "loaded", batch: { cards: [], before: 0, isLast: true } }).left).toBe(0);
});

test("begins with the card asked for, and goes round to those that came earlier", () => {
  const batch = { cards: ["a", "b", "c"].map(card), before: 0, isLast: true };
  const pass = startPass({ batch, total: 3, card: "c" });
  expect(placeOf(pass, "c")).toEqual({ position: 3, total: 3 });
  expect(after(pass, answered("c")).current).toBe("a");
  expect(startPass({ batch, total: 3, card: "gone" }).current).toBe("a");
});

test("an answer taken back, or not kept, is looked at again", () => {
  const pass = after(start("abc"), answered("a"), answered("b"), { type: "putBack", id: "a" });
  expect(pass).toMatchObject({ current: "a", came: "back" });
  expect(openCards(pass).map(({ id }) => id)).toEqual(["a", "c"]);
});

test("the last answer of a batch waits for the next one", () => {
  const pass = after(start("a", 2), answered("a"));
  expect(pass).toMatchObject({ current: null, left: 1 });
  expect(after(pass, { type: "loaded", batch: { cards: [card("b")], before: 0, isLast: true } }).current).toBe("b");
});

describe("moving", () => {
  test("goes round, past what is answered, and nowhere where nobody else is open", () => {
    const pass = after(start("abcd"), answered("b"));
    expect(beside(pass, "a", 1)?.id).toBe("c");
    expect(beside(pass, "a", -1)?.id).toBe("d");
    expect(beside(start("a"), "a", 1)).toBeNull();
  });
});

test("what they answered stands on the card and in its facts, and is taken back", () => {
  const replied = after(start("a"), { type: "replied", id: "a", reply: "Lena", at: "2026-11-28T00:00:00.000Z" });
  expect(replied.cards[0]).toMatchObject({ reply: "Lena", facts: { replied: true } });
  const back = after(replied, { type: "replied", id: "a", reply: null, at: "" });
  expect(back.cards[0]).toMatchObject({ reply: null, repliedAt: null, facts: { replied: false } });
});

test("cards that are shown anew change nothing but themselves", () => {
  const pass = after(start("abc"), answered("a"));
  const fresh = { ...card("b"), message: "Hello" };
  const shown = after(pass, { type: "refreshed", cards: [fresh, card("x")] });
  expect(shown).toMatchObject({ current: "b", turn: pass.turn });
  expect(shown.cards.map(({ id, message }) => [id, message])).toEqual([
    ["a", null],
    ["b", "Hello"],
    ["c", null],
  ]);
});
