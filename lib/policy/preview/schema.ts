import type { Verdict } from "@/lib/strength/schema";

/** The verdicts a policy can change; BLOCKED is shown beside them, as no policy lifts what speaks against a contact. */
export const countedVerdicts = ["READY", "ALMOST", "BLOCKED"] as const;
export type VerdictCounts = Record<(typeof countedVerdicts)[number], number>;

/** The same counts once these changes are made. */
export function afterChanges(now: VerdictCounts, changes: VerdictChange[]): VerdictCounts {
  const would: Partial<Record<Verdict, number>> & VerdictCounts = { ...now };
  for (const { from, to, count } of changes) {
    would[from] = (would[from] ?? 0) - count;
    would[to] = (would[to] ?? 0) + count;
  }
  return { READY: would.READY, ALMOST: would.ALMOST, BLOCKED: would.BLOCKED };
}

export const countChanged = (changes: VerdictChange[]) => changes.reduce((sum, { count }) => sum + count, 0);

/** How many of those who change in one way are named. */
export const mostNamed = 5;

/** Up to here people are counted while the values change (a second at most); beyond, when asked for. */
export const mostLive = 5_000;

/** Everybody whose verdict changes from one to another: how many, and the first of them by name. */
export type VerdictChange = {
  from: Verdict;
  to: Verdict;
  count: number;
  people: { contactId: string; fullName: string }[];
};

/** What would follow from a policy. */
export type PolicyPreview =
  | {
      state: "counted";
      now: VerdictCounts;
      would: VerdictCounts;
      /** Who becomes ready first, then who no longer is, who comes close, who falls back. */
      changes: VerdictChange[];
    }
  /** So many people would have to be looked at that it is only done when asked for. */
  | { state: "large"; now: VerdictCounts }
  /** Somebody else writes this owner's standings. */
  | { state: "busy"; now: VerdictCounts }
  /** Some value isn't accepted. */
  | { state: "invalid"; now: VerdictCounts };
