import { expect, test } from "vitest";
import type { NoteField } from "@/lib/invitations/note";
import { suggestNote } from "./suggest";

const note = (text: string, ...facts: NoteField[]) => ({ text, facts });

test("of those the record fills, the one that says most of the two is suggested", () => {
  const plain = note("Hi Lena");
  const met = note("Hi Lena, on 9 November, about lineage", "lastMet", "commonGround");
  const goal = note("Hi Lena, compare notes", "goal");
  expect(suggestNote([plain, goal, met], 200)).toEqual({ note: met, why: "fills" });
});

test("of equals the first in the owner's order", () => {
  const goal = note("Compare notes", "goal");
  const where = note("In Leeds", "whereYouMet");
  expect(suggestNote([where, goal], 200)?.note).toBe(where);
  expect(suggestNote([goal, where], 200)?.note).toBe(goal);
});

test("one with a gap is never preferred to a whole one, however telling", () => {
  const gap = note("Hi Lena, {goal} on 9 November about lineage", "goal", "lastMet", "commonGround");
  const plain = note("Hi Lena");
  expect(suggestNote([gap, plain], 200)).toEqual({ note: plain, why: "fills" });
});

test("a whole one that fits is preferred to a telling one that is too long; a long one to a gap", () => {
  const long = note("far too long", "goal");
  expect(suggestNote([long, note("short")], 6)?.note.text).toBe("short");
  expect(suggestNote([note("{goal}", "goal"), long], 6)).toEqual({ note: long, why: "tooLong" });
});

test("where all have gaps, the one with the fewest", () => {
  const two = note("{goal} {expertise}", "goal", "expertise");
  const one = note("{first name}");
  expect(suggestNote([two, one], 200)).toEqual({ note: one, why: "gap" });
  expect(suggestNote([], 200)).toBeUndefined();
});
