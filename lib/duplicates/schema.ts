// What may come in about duplicates and what pages get; safe in the browser.
import { z } from "zod";
import type { Answer } from "@/lib/assessment/words";
import type { ConnectionStatus } from "@/lib/contacts/schema";
import { id, typed } from "@/lib/schema";
import { type ChosenField, mostPeople, type WrittenField } from "./words";

export const reasons = [
  ...["name", "written", "script", "middle", "nickname", "initial", "sound", "alike", "spelling"],
  ...["company", "email", "phone", "profile"],
] as const;
export type Reason =
  | ("name" | "written" | "script" | "middle" | "nickname" | "initial" | "sound" | "alike" | "spelling")
  | ("company" | "email" | "phone" | "profile");

/** The lists of the page: who probably is one person, who perhaps is, and what was decided. */
export const reviewLists = ["likely", "perhaps", "decided"] as const;
export type ReviewList = (typeof reviewLists)[number];

export type MergedField = ChosenField | WrittenField | "doNotConnect";

const from = z.uuid().optional();
const fromOrAll = z.union([z.uuid(), z.literal("all")]).optional();
const people = z.array(id).min(2, "two").max(mostPeople, "tooMany");
/** In what was decided there may be more: whoever was merged and came back is among them. */
const decidedPeople = z.array(id).min(2, "two").max(100, "tooMany");

/** What a person answered about a group: `intent` is the button. Fields left out, or of somebody not ticked, are chosen as proposed. */
export const review = z.strictObject({
  intent: z.enum(["merge", "distinct", "skip"]),
  people,
  /** "id version", as the form showed them. */
  seen: z.array(z.string().regex(/^[0-9a-f-]{36} \d{1,9}$/)).max(mostPeople),
  fullName: from,
  position: from,
  company: from,
  headline: from,
  location: from,
  connection: from,
  assessment: fromOrAll,
  howWeMet: fromOrAll,
  expertise: fromOrAll,
  geographicBarrier: fromOrAll,
  notes: fromOrAll,
  doNotConnect: from,
});
export type Choices = Partial<Record<MergedField, string>>;

export const oneMerge = z.strictObject({ id });
export const somePeople = z.strictObject({
  people: z
    .string()
    .transform((ids) => ids.split(" "))
    .pipe(decidedPeople),
});

/** The address of the review: which list, from which moment on, or whom to compare, whatever was found. Nonsense counts as absent. */
export const reviewSearch = z.object({
  show: z.enum(reviewLists).catch("likely"),
  before: z.iso.datetime({ offset: true, precision: 6 }).optional().catch(undefined),
  with: z
    .string()
    .transform((ids) => ids.split(","))
    .pipe(people)
    .optional()
    .catch(undefined),
});

export type ReviewSearch = z.output<typeof reviewSearch>;

/** While a new contact is typed. */
export const typedContact = z.strictObject({
  fullName: typed().max(200),
  company: typed().max(200),
  linkedIn: z.array(typed().max(500)).max(20),
  emails: z.array(typed().max(500)).max(20),
  phones: z.array(typed().max(500)).max(20),
});
export type TypedContact = z.input<typeof typedContact>;

export type Assessed = {
  wantsToDeepen: Answer | null;
  iBelieve: Answer | null;
  theyBelieve: Answer | null;
  synergy: Answer | null;
  wouldIntroduce: Answer | null;
  commonGround: string[];
  goal: string | null;
  canSay: string | null;
  reviewedAt: string;
};

/** One of those who may be one person. Moments are ISO times, `connectedOn` a day. */
export type Candidate = {
  id: string;
  version: number;
  fullName: string;
  position: string | null;
  company: string | null;
  headline: string | null;
  location: string | null;
  connectionStatus: ConnectionStatus;
  connectedOn: string | null;
  doNotConnect: boolean;
  howWeMet: string | null;
  expertise: string | null;
  geographicBarrier: string | null;
  notes: string | null;
  createdAt: string;
  assessment: Assessed | null;
  slugs: string[];
  emails: string[];
  phones: string[];
  links: string[];
  tags: string[];
  counts: Record<"interactions" | "checks" | "supportActs" | "invitations" | "recommendations" | "followUps", number>;
};

/** Why two of the group are in it. */
export type Likeness = { contactId: string; otherId: string; score: number; reasons: Reason[] };
export type Group = { people: Candidate[]; likenesses: Likeness[] };

/** What an undone merge found changed since, and left as it is: a table's name, or the contact's own fields. */
export type Kept = { what: string; how: "edited" | "gone"; count?: number; fields?: string[] };
export type MergeSummary = {
  id: string;
  contactId: string;
  fullName: string;
  absorbed: string[];
  undoneAt: string | null;
  /** False once undone, and of one that was brought back with everything else: what its undo needs stayed behind. */
  canUndo: boolean;
  kept: Kept[];
};

/** Said to be different people, at one moment. */
export type DistinctSummary = { people: { id: string; fullName: string }[] };
/** `at` is exact to the microsecond: what is older is asked for by it. */
export type Decision = { at: string } & ({ merge: MergeSummary } | { distinct: DistinctSummary });

/** Whether there is something to take back. */
export const stands = (decision: Decision) => !("merge" in decision) || decision.merge.canUndo;

/** Pairs of each list and decisions taken; contacts that wait to be looked at, and of how many. */
export type Progress = Record<ReviewList, number> & { waiting: number; contacts: number };
export type Resembling = { id: string; fullName: string; company: string | null; reasons: Reason[]; score: number };
