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
  /** The note kept so far. */
  draft: string | null;
  /** Their own invitation, if one waits: accepting it needs no note. */
  theirInvitationId: string | null;
};

/** What the card shows besides the record. */
export type Card = { record: ReadyRecord; verdict: Verdict; strength: number; readyUntil: Until };

/** A contact that was asked for and isn't in the queue. */
export type Missed = { id: string; fullName: string; verdict: Verdict };

export type Desk = {
  card: Card | null;
  place: number;
  count: number;
  next: LaneRow[];
  missed: Missed | null;
  allowances: Allowances;
};

/** The address of the queue: `?contact=` chooses somebody. Nonsense counts as absent. */
export const readySearch = z.object({ contact: id.optional().catch(undefined) });
