import type { Verdict } from "@/lib/strength/schema";

export const closeness = ["IN_PERSON", "VIDEO", "CALL", "MESSAGE", "COMMENT"] as const;
/** The closest two had come: met, spoken, written. */
export type Closeness = (typeof closeness)[number];

/** How a contact stood when the invitation to them was marked as sent. */
export type StandingWhenSent = { verdict: Verdict; rulesMet: number; strength: number; met: Closeness | null };

/** What is known of an invitation beside its state. */
export type Sent = {
  /** The template its note started from, by the name it had then. */
  template: string | null;
  /** Null where Vouch didn't see it being sent. */
  standing: StandingWhenSent | null;
  /** Noted after it was sent: an archive says that it was, not what became of it. */
  isFromArchive: boolean;
};

/** Somebody who accepted lately and whom nothing has been planned with since. */
export type Accepted = {
  id: string;
  contactId: string;
  fullName: string;
  /** ISO. */
  answeredAt: string;
  goal: string | null;
};

/** How many invitations were sent under one heading, and how many of them were accepted. */
export type Share<Key> = { key: Key; sent: number; accepted: number };

/** Which invitations are accepted. `answered` of them are over, or as old as those one withdraws. */
export type Works = {
  answered: number;
  /** By the template's name; null: own words; "": no note at all. */
  templates: Share<string | null>[];
  /** By how many of the six rules held. */
  rules: Share<number>[];
  /** By the closest the two had come; null: never in touch on record. */
  met: Share<Closeness | null>[];
};

/** Fewer than this say nothing. */
export const enoughAnswered = 20;
