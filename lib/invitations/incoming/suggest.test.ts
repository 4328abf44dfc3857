import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { verdicts } from "@/lib/strength/schema";
import { type InvitationFacts, messageKinds, suggestAnswer } from "./suggest";

const stranger: InvitationFacts = {
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
};
const suggest = (facts: Partial<InvitationFacts>) => {
  const { answer, rule } = suggestAnswer({ ...stranger, ...facts });
  return `${answer} ${rule}`;
};
const friend = { verdict: "READY", knows: true, warm: true, hasHistory: true, message: "own" } as const;

test.each<[string, Partial<InvitationFacts>, string]>([
  ["you wrote not to connect", { ...friend, doNotConnect: true }, "DECLINED doNotConnect"],
  ["a concern is open", { ...friend, openConcern: true }, "DECLINED openConcern"],
  ["somebody you know is called the same", { ...friend, nameClash: true }, "ASKED nameClash"],
  ["you are connected already", { verdict: "CONNECTED" }, "ACCEPTED connected"],
  ["all six rules hold", friend, "ACCEPTED ready"],
  ["you know them and are in touch", { ...friend, verdict: "ALMOST" }, "ACCEPTED warm"],
  ["you know them, but lost touch", { knows: true, hasHistory: true }, "ASKED notYet"],
  ["you are in touch, but hardly know them", { warm: true, hasHistory: true }, "ASKED notYet"],
  ["somebody introduced you", { introduced: true }, "ASKED introduced"],
  ["a stranger who says something", { message: "own" }, "ASKED stranger"],
  ["a stranger with LinkedIn’s text", { message: "default" }, "ASKED nothingSaid"],
  ["a stranger with what others sent, too", { message: "same" }, "ASKED nothingSaid"],
  ["a stranger without a word", {}, "ASKED nothingSaid"],
  ["a stranger who answered", { replied: true }, "null replied"],
  ["a namesake who answered", { ...friend, nameClash: true, replied: true }, "null replied"],
])("%s", (_, facts, expected) => expect(suggest(facts)).toBe(expected));

describe("whatever the facts", () => {
  const anyFacts = fc.record<InvitationFacts>({
    verdict: fc.constantFrom(...verdicts, null),
    doNotConnect: fc.boolean(),
    openConcern: fc.boolean(),
    nameClash: fc.boolean(),
    knows: fc.boolean(),
    warm: fc.boolean(),
    hasHistory: fc.boolean(),
    introduced: fc.boolean(),
    message: fc.constantFrom(...messageKinds),
    replied: fc.boolean(),
  });
  const always = (holds: (facts: InvitationFacts) => void) =>
    fc.assert(fc.property(anyFacts, (facts) => void holds(facts)));

  test("what speaks against them is never outweighed, and nothing else declines", () =>
    always((facts) => {
      expect(suggestAnswer(facts).answer === "DECLINED").toBe(facts.doNotConnect || facts.openConcern);
    }));

  test("whoever may pretend to be somebody is never accepted unasked", () =>
    always((facts) => expect(suggestAnswer({ ...facts, nameClash: true }).answer).not.toBe("ACCEPTED")));

  test("accepting takes a verdict, or knowing them and being in touch", () =>
    always((facts) => {
      if (suggestAnswer(facts).answer !== "ACCEPTED") return;
      expect(["READY", "CONNECTED"].includes(facts.verdict ?? "") || (facts.knows && facts.warm)).toBe(true);
    }));

  test("nobody is asked twice", () =>
    always((facts) => expect(suggestAnswer({ ...facts, replied: true }).answer).not.toBe("ASKED")));

  test("what they write decides no answer, only how it is explained", () =>
    always((facts) => {
      const answers = messageKinds.map((message) => suggestAnswer({ ...facts, message }).answer);
      expect(new Set(answers).size).toBe(1);
    }));
});
