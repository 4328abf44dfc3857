// How to answer an invitation, suggested from facts that stand on the card. The verdict comes from the database; this only
// says which answer goes with it, by the first rule that fits. There is no score.
import type { Verdict } from "@/lib/strength/schema";

export const messageKinds = ["none", "default", "same", "own"] as const;
/** Nothing written; LinkedIn's own text; word for word what somebody else sent; words of their own. */
export type MessageKind = (typeof messageKinds)[number];

export type InvitationFacts = {
  verdict: Verdict | null;
  doNotConnect: boolean;
  openConcern: boolean;
  /** Somebody else on record is called the same, or nearly. */
  nameClash: boolean;
  /** The rules "knows" and "warm". */
  knows: boolean;
  warm: boolean;
  /** Anything at all that happened between you. */
  hasHistory: boolean;
  /** A contact introduced you, by the record: the sender's own word doesn't count. */
  introduced: boolean;
  message: MessageKind;
  /** You asked, and they answered. */
  replied: boolean;
};

export const suggestionRules = [
  "doNotConnect",
  "openConcern",
  "nameClash",
  "connected",
  "ready",
  "warm",
  "replied",
  "introduced",
  "notYet",
  "stranger",
  "nothingSaid",
] as const;
export type SuggestionRule = (typeof suggestionRules)[number];

/** `answer` is null where only the owner can tell: they answered what was asked. */
export type Suggestion = { answer: "ACCEPTED" | "ASKED" | "DECLINED" | null; rule: SuggestionRule };

/**
 * The first rule that fits:
 *
 * 1. doNotConnect, openConcern: decline, whatever else is true.
 * 2. nameClash: ask first; somebody may pretend to be them. Once they have answered, the owner decides.
 * 3. connected, ready, warm: accept, because you are connected already, all six rules hold, or you know them and are in
 *    touch.
 * 4. replied: they have answered; read it and decide.
 * 5. introduced, notYet: ask first; somebody brought you together, or there is some history, but not enough to accept.
 * 6. stranger, nothingSaid: ask first; nothing ever happened between you. Their message has words of their own, or not.
 */
export function suggestAnswer(facts: InvitationFacts): Suggestion {
  if (facts.doNotConnect) return { answer: "DECLINED", rule: "doNotConnect" };
  if (facts.openConcern) return { answer: "DECLINED", rule: "openConcern" };
  if (facts.nameClash)
    return facts.replied ? { answer: null, rule: "replied" } : { answer: "ASKED", rule: "nameClash" };
  if (facts.verdict === "CONNECTED") return { answer: "ACCEPTED", rule: "connected" };
  if (facts.verdict === "READY") return { answer: "ACCEPTED", rule: "ready" };
  if (facts.warm && facts.knows) return { answer: "ACCEPTED", rule: "warm" };
  if (facts.replied) return { answer: null, rule: "replied" };
  if (facts.introduced) return { answer: "ASKED", rule: "introduced" };
  if (facts.hasHistory) return { answer: "ASKED", rule: "notYet" };
  return { answer: "ASKED", rule: facts.message === "own" ? "stranger" : "nothingSaid" };
}
