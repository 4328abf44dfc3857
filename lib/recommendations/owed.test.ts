import fc from "fast-check";
import { expect, test } from "vitest";
import { owedOf } from "./owed";

const side = (written = 0, promised = 0) => ({ written, promised });

test.each([
  ["nothing either way", side(), side(), 0, 0],
  ["one each way", side(1), side(1), 0, 0],
  ["they wrote, you didn't", side(), side(1), 1, 0],
  ["you wrote, they didn't", side(1), side(), 0, 1],
  ["you promised one", side(0, 1), side(), 1, 0],
  ["they promised one", side(), side(0, 1), 0, 1],
  ["they wrote and you are writing: one debt, not two", side(0, 1), side(1), 1, 0],
  ["they wrote three, you promised one", side(0, 1), side(3), 3, 0],
  ["you wrote more, and promised another", side(2, 1), side(1), 1, 1],
  ["both promised", side(0, 1), side(0, 1), 1, 1],
] as const)("%s", (_, given, received, byYou, byThem) => expect(owedOf(given, received)).toEqual({ byYou, byThem }));

test("seen from the other side, each owes what the other is owed; a promise kept is a debt less", () => {
  const any = fc.record({ written: fc.nat(5), promised: fc.nat(5) });
  fc.assert(
    fc.property(any, any, (given, received) => {
      const { byYou, byThem } = owedOf(given, received);
      expect(owedOf(received, given)).toEqual({ byYou: byThem, byThem: byYou });
      const kept = owedOf({ written: given.written + 1, promised: Math.max(0, given.promised - 1) }, received);
      if (given.promised > 0) expect(kept.byYou).toBe(byYou - 1);
    }),
  );
});
