import { z } from "zod";
import { id, optionalText } from "@/lib/schema";
import type { Verdict } from "@/lib/strength/schema";
import type { Sent } from "./outgoing/schema";

export const invitationStatuses = [
  "DRAFT",
  "SENT",
  "RECEIVED",
  "ASKED",
  "ACCEPTED",
  "DECLINED",
  "IGNORED",
  "WITHDRAWN",
] as const;
export type InvitationStatus = (typeof invitationStatuses)[number];

/** A note being written: kept as a draft, or sent on LinkedIn by the person's own hand. */
export const writeNote = z.strictObject({
  contactId: id,
  note: optionalText(2_000), // the owner's own limit is asked of the database: a draft may be over it
  template: optionalText(60),
  intent: z.enum(["draft", "sent"], "choose"),
});
export type WriteNote = z.infer<typeof writeNote>;

/** How an invitation that was sent ended. */
export const outgoingAnswers = ["ACCEPTED", "IGNORED", "WITHDRAWN"] as const;
export const answerOutgoing = z.strictObject({ id, answer: z.enum(outgoingAnswers, "choose") });
export type OutgoingAnswer = z.infer<typeof answerOutgoing>["answer"];

export const oneInvitation = z.strictObject({ id });

export const invitationLists = ["toAnswer", "asked", "waiting", "overdue", "ended"] as const;
export type InvitationList = (typeof invitationLists)[number];

/** The views of the page: the lists, and what is learned from those that ended. */
export const invitationViews = [...invitationLists, "works"] as const;
export type InvitationView = (typeof invitationViews)[number];

/** The address of the page. Nonsense counts as absent. */
export const invitationSearch = z
  .object({
    show: z.enum(invitationViews).catch("toAnswer"),
    after: id.optional().catch(undefined),
    /** The invitation the pass begins with. */
    card: id.optional().catch(undefined),
    new: z.unknown().optional(),
  })
  .transform(({ new: asked, ...search }) => ({ ...search, isNew: asked !== undefined }));

export type InvitationSummary = {
  id: string;
  direction: "OUTGOING" | "INCOMING";
  status: InvitationStatus;
  note: string | null;
  reason: string | null;
  /** What was asked before answering, since when, and what they said. */
  question: string | null;
  askedAt: string | null;
  reply: string | null;
  repliedAt: string | null;
  /** When it was sent or received; ISO, as all moments here. */
  at: string;
  answeredAt: string | null;
  /** How it was sent; null where it was received. */
  sent: Sent | null;
  /** Until when LinkedIn takes no new invitation, where this one was withdrawn lately. */
  coolDownUntil: string | null;
  contact: {
    id: string;
    fullName: string;
    about: string | null;
    address: string | null;
    verdict: Verdict | null;
    strength: number;
    /** When you were last in touch. */
    last: string | null;
    missing: string[];
    blockers: string[];
  };
};

/** How many wait: for the owner's answer, for what was asked, and for theirs. */
export type OpenInvitations = { toAnswer: number; asked: number; waiting: number };

/** A page of a list, and the id the next one starts after. */
export type Page<Item> = { items: Item[]; next: string | null };
