import { z } from "zod";
import { typedSlug } from "@/lib/contacts/typed-slug";
import type { Allowances } from "@/lib/desk/schema";
import { id } from "@/lib/schema";
import type { LaneRow, Until, Verdict } from "@/lib/strength/schema";

/** A LinkedIn address in any shape; it comes out as its slug. */
export const addAddress = z.strictObject({
  contactId: id,
  linkedIn: z
    .string("missing")
    .trim()
    .min(1, "missing")
    .transform((typed, context) => {
      const slug = typedSlug(typed);
      if (slug === null) context.addIssue("linkedIn");
      return slug ?? "";
    }),
});

/** What the record says for one contact of the queue: the facts behind the reasons on the card and behind the note. */
export type ReadyRecord = {
  id: string;
  fullName: string;
  about: string | null;
  location: string | null;
  /** The newest LinkedIn address known, or null. */
  address: string | null;
  howWeMet: string | null;
  expertise: string | null;
  commonGround: string[];
  goal: string | null;
  canSay: string | null;
  wouldIntroduce: boolean;
  /** Confirmed meetings in person; days are the owner's. */
  met: { times: number; last: string } | null;
  /** Calls, with or without video. */
  spoke: { times: number; first: string; last: string } | null;
  /** Where the independent, supporting checks that are valid today come from: each origin once. */
  origins: string[];
  helpGiven: number;
  helpReceived: number;
  /** The note kept so far, and the name of the template it started from. */
  draft: string | null;
  draftTemplate: string | null;
  /** Their own invitation, if one waits: accepting it needs no note. */
  theirInvitationId: string | null;
};

/** A row of the queue with its record. */
export type ReadyPerson = { item: LaneRow; record: ReadyRecord };

/** What the card shows besides the record. */
export type Card = { record: ReadyRecord; strength: number; readyUntil: Until };

/** A contact that was asked for and isn't in the queue: how it stands, and what would bring it back. */
export type Missed = {
  id: string;
  fullName: string;
  verdict: Verdict;
  /** The invitation on its way to them. */
  sentId: string | null;
  setAside: { until: string | null } | null;
};

/** The queue with one of it on the card. */
export type Desk = {
  card: Card | null;
  /** The card's place, from 1, of `count`. */
  place: number;
  count: number;
  setAside: number;
  /** Who comes after the card; after the last one, the first. */
  next: LaneRow[];
  /** Who comes before it, or null. */
  previousId: string | null;
  missed: Missed | null;
  allowances: Allowances;
};

export const readyViews = ["card", "list", "aside"] as const;
export type ReadyView = (typeof readyViews)[number];

/**
 * The address of the queue. `?contact=` chooses somebody; `?at=` is how far one got: them or, once they have left the
 * queue, whoever comes next. `?template=` is what the note starts from, `?after=` whom the list's page starts behind.
 * Nonsense counts as absent.
 */
export const readySearch = z.object({
  view: z.enum(readyViews).catch("card"),
  contact: id.optional().catch(undefined),
  at: id.optional().catch(undefined),
  after: id.optional().catch(undefined),
  template: id.optional().catch(undefined),
});
export type ReadySearch = z.output<typeof readySearch>;
