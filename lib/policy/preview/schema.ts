import type { Verdict } from "@/lib/strength/schema";

/** The verdicts a policy can change; BLOCKED is shown beside them, as no policy lifts what speaks against a contact. */
export const countedVerdicts = ["READY", "ALMOST", "BLOCKED"] as const;
export type VerdictCounts = Record<(typeof countedVerdicts)[number], number>;

/** The same counts once these contacts read otherwise. */
export function afterChanges(now: VerdictCounts, changes: { from: Verdict; to: Verdict }[]): VerdictCounts {
  const would: Partial<Record<Verdict, number>> & VerdictCounts = { ...now };
  for (const { from, to } of changes) {
    would[from] = (would[from] ?? 0) - 1;
    would[to] = (would[to] ?? 0) + 1;
  }
  return { READY: would.READY, ALMOST: would.ALMOST, BLOCKED: would.BLOCKED };
}

/** What is told first: who becomes ready, who no longer is, who comes close, who falls back. */
export function rankOf({ from, to }: { from: Verdict; to: Verdict }): number {
  return to === "READY" ? 0 : from === "READY" ? 1 : to === "ALMOST" ? 2 : 3;
}

/** How many of those who change are named. */
export const mostNamed = 8;

/** Up to here people are counted while the values change (a second at most); beyond, when asked for. */
export const mostLive = 5_000;

export type VerdictChange = { contactId: string; fullName: string; from: Verdict; to: Verdict };

/** What would follow from a policy. */
export type PolicyPreview =
  | {
      state: "counted";
      now: VerdictCounts;
      would: VerdictCounts;
      /** How many contacts would get another verdict, and the first of them. */
      changed: number;
      people: VerdictChange[];
    }
  /** So many people would have to be looked at that it is only done when asked for. */
  | { state: "large"; now: VerdictCounts }
  /** Somebody else writes this owner's standings. */
  | { state: "busy"; now: VerdictCounts }
  /** Some value isn't accepted. */
  | { state: "invalid" };
