// The network over time and in numbers, as its page gets it; safe in the browser.
import type { Band, Verdict } from "@/lib/strength/schema";

/** How many had each verdict and were in each band on a day (YYYY-MM-DD) on which the owner looked. */
export type StandingDay = { day: string; verdicts: Record<Verdict, number>; bands: Record<Band, number> };

/** For how many people so many of the six rules hold: the first number is for none. */
export type RulesMet = number[];

/** Invitations sent in a month (YYYY-MM) that were answered or have waited too long, and how many of them were accepted. */
export type AcceptedMonth = { month: string; sent: number; accepted: number };
