import fc from "fast-check";
import { expect, test } from "vitest";
import { balanceOf, type Exchange, nextStatuses } from "./balance";
import { recommendationStatuses } from "./schema";

const nothing: Exchange = { given: 0, received: 0, giving: false, receiving: false };

test.each([
  ["nothing either way", nothing, "even"],
  ["one each way", { ...nothing, given: 1, received: 1 }, "even"],
  ["they wrote, you didn't", { ...nothing, received: 1 }, "youOwe"],
  ["you wrote, they didn't", { ...nothing, given: 1 }, "theyOwe"],
  ["you promised one", { ...nothing, giving: true }, "youOwe"],
  ["they promised one", { ...nothing, receiving: true }, "theyOwe"],
  ["they wrote and you are writing", { ...nothing, received: 1, giving: true }, "youOwe"],
  ["you wrote more, and promised another", { ...nothing, given: 2, received: 1, giving: true }, "youOwe"],
  ["both promised, they wrote before", { ...nothing, received: 1, giving: true, receiving: true }, "youOwe"],
] as const)("%s", (_, exchange, balance) => expect(balanceOf(exchange)).toBe(balance));

test("seen from the other side, the debt is the other's", () => {
  const count = fc.nat(5);
  fc.assert(
    fc.property(count, count, fc.boolean(), fc.boolean(), (given, received, giving, receiving) => {
      const mine = balanceOf({ given, received, giving, receiving });
      const theirs = balanceOf({ given: received, received: given, giving: receiving, receiving: giving });
      expect(theirs).toBe({ youOwe: "theyOwe", theyOwe: "youOwe", even: "even" }[mine]);
    }),
  );
});

test("every state can be left, and none leads to itself", () => {
  for (const status of recommendationStatuses) {
    expect(nextStatuses(status).length).toBeGreaterThan(0);
    expect(nextStatuses(status)).not.toContain(status);
  }
});
