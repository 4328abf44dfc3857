import { z } from "zod";
import { day, id, optionalText, tick } from "@/lib/schema";
import type { Band } from "@/lib/strength/schema";
import { type SupportDirection, supportDirections } from "@/lib/support/words";

const person = z.union([z.literal(""), id], "contact").optional();

/**
 * GIVEN: the owner introduced the two to each other. RECEIVED: the first introduced the owner to the second. Each is a
 * contact chosen, or one of exactly this name. `id` is made by the form: sent twice, it is logged once.
 */
export const logIntroduction = z.strictObject({
  id,
  direction: z.enum(supportDirections, "direction"),
  contactId: person,
  name: optionalText(200),
  otherId: person,
  otherName: optionalText(200),
  day,
  note: optionalText(2_000),
  /** RECEIVED: write who introduced them as how the owner met the second, where nothing is written yet. */
  howWeMet: tick,
});

/** `metId`: the contact whose "how we met" was written by it, which is taken back too. */
export const oneIntroduction = z.strictObject({ id, metId: person });

/** What is asked: at least two letters. */
const question = z.string().trim().min(1, "empty").min(2, "short").max(100, "tooLong");
type Problem = "empty" | "short" | "tooLong";

/**
 * The address of the page: `asked` is what was typed, if anything was asked; `question` what can be answered, or else
 * `problem` why it can't. Who and whom a form is filled in with; nonsense counts as absent.
 */
export const introductionSearch = z
  .object({
    q: z.string().optional().catch(undefined),
    who: id.optional().catch(undefined),
    to: id.optional().catch(undefined),
    direction: z.enum(supportDirections).catch("GIVEN"),
  })
  .transform(({ q = null, ...search }) => {
    const parsed = q === null ? null : question.safeParse(q);
    const problem = (parsed?.error?.issues[0]?.message ?? null) as Problem | null;
    return { ...search, asked: q, question: parsed?.data ?? null, problem };
  });

/** Where a person was found to have to do with what was asked. */
export type Place = "COMPANY" | "TAG" | "EXPERTISE" | "ROLE";

/** Why somebody could introduce the owner to another: what joins the two, the most telling first. */
export const ties = [
  "introducedYou",
  "introducedByThem",
  "youIntroduced",
  "metTogether",
  "company",
  "tag",
  "expertise",
  "location",
] as const;
export type Tie = (typeof ties)[number];

export type Acquaintance = { id: string; fullName: string; strength: number; band: Band };

/** `value`: the company, tag, field or place they share. `at`: the day of the meeting or the introduction, an ISO instant. */
export type Introducer = Acquaintance & { tie: Tie; value: string | null; at: string | null };

export type Target = Acquaintance & {
  company: string | null;
  position: string | null;
  place: Place;
  /** What it says there. */
  value: string;
  /** The owner knows them well enough to ask them directly. */
  isDirect: boolean;
  introducers: Introducer[];
};

/** `isMore`: there are others, whom the owner knows less. `meant`: the words of the record that were looked for instead of what was typed. */
export type Answer = { targets: Target[]; isMore: boolean; meant: { typed: string; word: string }[] };

export type Introduction = {
  id: string;
  direction: SupportDirection;
  occurredAt: string;
  note: string | null;
  first: { id: string; fullName: string };
  /** Null once they are no contact any more. */
  second: { id: string; fullName: string } | null;
};
