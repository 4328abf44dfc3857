// What may come in about incoming invitations, and what their cards hold; safe in the browser.
import { z } from "zod";
import type { InteractionDirection, InteractionKind } from "@/lib/interactions/words";
import { id, optionalText, text, tick } from "@/lib/schema";
import type { Rule, Verdict } from "@/lib/strength/schema";
import type { InvitationStatus } from "../schema";
import { longestPasted, readPasted } from "./pasted";
import type { InvitationFacts } from "./suggest";

/** An invitation typed in: the sender's address and message in one field; the name where the address doesn't tell. */
export const addIncoming = z
  .strictObject({
    /** Made by the form: sent twice, it is written once. */
    id,
    pasted: z
      .string()
      .max(longestPasted, "tooLong")
      .default("")
      .transform((typed, context) => {
        const { problem, ...pasted } = readPasted(typed);
        if (problem) context.addIssue(problem);
        if ((pasted.message?.length ?? 0) > 2_000) context.addIssue({ code: "custom", message: "messageTooLong" });
        return pasted;
      }),
    contactId: z.union([z.literal(""), id], "choose").optional(),
    name: optionalText(200),
  })
  .refine(({ pasted, contactId, name }) => pasted.slug || contactId || name, { path: ["name"], error: "whoMissing" });
export type AddIncoming = z.output<typeof addIncoming>;

/** What ends an invitation. A reason is asked for where it is declined. */
export const incomingAnswers = ["ACCEPTED", "DECLINED", "IGNORED"] as const;
export type IncomingAnswer = (typeof incomingAnswers)[number];
export const answerIncoming = z
  .strictObject({
    id,
    answer: z.enum(incomingAnswers, "choose"),
    reason: optionalText(500),
    keep: tick, // the reason stands for the next ones, too: that is between the person and the page
  })
  .refine(({ answer, reason }) => answer !== "DECLINED" || reason, { path: ["reason"], error: "reasonMissing" });

/** The question as it was sent; `keep` makes its wording the owner's for the next ones. */
export const askFirst = z.strictObject({ id, question: text(2_000), keep: tick });

/** What they answered to the question. */
export const noteReply = z.strictObject({
  id,
  reply: z.string("replyMissing").trim().min(1, "replyMissing").max(5_000, "tooLong"),
});

/** Which step is taken back. Of a reply that was corrected, what it was before. */
export const undoIncoming = z.strictObject({
  id,
  step: z.enum(["answer", "question", "reply"], "choose"),
  reply: optionalText(5_000),
});
export type UndoIncoming = z.output<typeof undoIncoming>;

export const nextIncoming = z.strictObject({ after: id });

/** Somebody on record, as a name that leads there. */
export type Known = { id: string; fullName: string };

/** A fact about the invitation that the answer may rest on. The screen says each in a sentence, with its evidence. */
export type Signal =
  | { code: "doNotConnect" | "noMessage" | "defaultMessage" | "noHistory" }
  | { code: "openConcern"; checkId: string; claim: string }
  /** `address`: whether the other is on record under another address, or under none. */
  | { code: "nameClash"; other: Known; address: "other" | "none" }
  /** `senders`: how many others, at most 20. */
  | { code: "sameMessage"; other: Known; senders: number };

/** Contacts of the owner's who have something in common with the sender: the first few, and how many in all (at most 100). */
export type Mutual = { people: Known[]; count: number };
export type Introduction = Known & { by: "act" | "howWeMet" | "message" };

export type EarlierInvitation = {
  id: string;
  direction: "OUTGOING" | "INCOMING";
  status: InvitationStatus;
  reason: string | null;
  at: string;
};

export type LatestInteraction = {
  id: string;
  kind: InteractionKind;
  direction: InteractionDirection;
  at: string;
  notes: string | null;
};

/** An open invitation with all that helps to answer it. Moments are ISO times. */
export type IncomingCard = {
  id: string;
  status: "RECEIVED" | "ASKED";
  at: string;
  message: string | null;
  question: string | null;
  askedAt: string | null;
  reply: string | null;
  repliedAt: string | null;
  contact: Known & {
    about: string | null;
    address: string | null;
    howWeMet: string | null;
    notes: string | null;
    verdict: Verdict | null;
    strength: number;
    unmet: Rule[];
  };
  history: {
    met: number;
    lastMet: string | null;
    /** Video and phone. */
    spoke: number;
    messagesIn: number;
    messagesOut: number;
    latest: LatestInteraction[];
    earlier: EarlierInvitation[];
  };
  mutual: {
    company: (Mutual & { name: string }) | null;
    tags: (Mutual & { id: string; name: string })[];
    introducedBy: Introduction[];
  };
  signals: Signal[];
  /** What suggestAnswer makes its suggestion of. */
  facts: InvitationFacts;
};

/** Cards in the order they came in, how many are before the first, and whether there are none after the last. */
export type IncomingBatch = { cards: IncomingCard[]; before: number; isLast: boolean };
