import { z } from "zod";
import { typedSlug } from "@/lib/contacts/typed-slug";
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

/** Somebody invited the owner: a contact, or a name not heard before. */
export const receiveInvitation = z
  .strictObject({
    contactId: z.union([z.literal(""), id], "choose").optional(),
    name: optionalText(200),
    linkedIn: z
      .string()
      .trim()
      .optional()
      .transform((typed, context) => {
        const slug = typed ? typedSlug(typed) : null;
        if (typed && slug === null) context.addIssue("linkedIn");
        return slug;
      }),
    message: optionalText(2_000),
  })
  .refine(({ contactId, name }) => contactId || name, { path: ["name"], error: "missing" });
export type ReceiveInvitation = z.infer<typeof receiveInvitation>;

/** What the owner answers to an invitation. */
export const incomingAnswers = ["ACCEPTED", "ASKED", "DECLINED"] as const;
export const answerIncoming = z.strictObject({
  id,
  answer: z.enum(incomingAnswers, "choose"),
  reason: optionalText(500),
});
export type IncomingAnswer = z.infer<typeof answerIncoming>["answer"];

export const oneInvitation = z.strictObject({ id });

/** An answer taken back goes to where the invitation was: not answered, or asked about. */
export const undoIncoming = z.strictObject({ id, backTo: z.enum(["RECEIVED", "ASKED"], "choose") });

export const invitationLists = ["toAnswer", "waiting", "overdue", "ended"] as const;
export type InvitationList = (typeof invitationLists)[number];

/** The views of the page: the lists, and what is learned from those that ended. */
export const invitationViews = [...invitationLists, "works"] as const;
export type InvitationView = (typeof invitationViews)[number];

/** The address of the page. Nonsense counts as absent. */
export const invitationSearch = z
  .object({
    show: z.enum(invitationViews).catch("toAnswer"),
    after: id.optional().catch(undefined),
    new: z.unknown().optional(),
  })
  .transform(({ new: asked, ...search }) => ({ ...search, isNew: asked !== undefined }));

export type InvitationSummary = {
  id: string;
  direction: "OUTGOING" | "INCOMING";
  status: InvitationStatus;
  note: string | null;
  reason: string | null;
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

/** A page of a list, and the id the next one starts after. */
export type Page<Item> = { items: Item[]; next: string | null };
