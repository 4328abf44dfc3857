// The words of the domain: what may be chosen. Apart from the schemas, so that the browser gets them without zod.

/** Each value's default and bounds. The database has the same: policy_in_force and the check on the table. */
export const policyNumbers = {
  halfLifeDays: { usual: 180, least: 1, most: 3_650 },
  /** In units of S, the decayed sum that strength is made of. */
  warmAt: { usual: 4, least: 0.01, most: 1_000 },
  minTwoWayDays: { usual: 2, least: 0, most: 365 },
  minCommonGround: { usual: 2, least: 0, most: 30 },
  minChecks: { usual: 2, least: 0, most: 20 },
  minCheckKinds: { usual: 2, least: 0, most: 4 },
  checkMaxAgeDays: { usual: 365, least: 1, most: 36_500 },
  assessmentMaxAgeDays: { usual: 365, least: 1, most: 36_500 },
  remoteMinCalls: { usual: 3, least: 1, most: 365 },
  remoteMinSpanDays: { usual: 60, least: 0, most: 3_650 },
} as const;
export type PolicyNumber = keyof typeof policyNumbers;

/** How a change stands that is made in the background. */
export type ChangeState = "WAITING" | "RUNNING" | "FAILED";

export const isUnderWay = ({ state }: { state: ChangeState | "GONE" }) => state === "WAITING" || state === "RUNNING";
