import { z } from "zod";
import { id, tick } from "@/lib/schema";
import { type ChangeState, type PolicyNumber, policyNumbers } from "./words";

/** A number as typed: whole, or with decimals after a point or a comma. */
function typed(name: PolicyNumber, { decimals = false } = {}) {
  const { least, most } = policyNumbers[name];
  const shape = decimals ? /^\d{1,9}([.,]\d{1,6})?$/ : /^\d{1,9}$/;
  return z
    .string(decimals ? "decimal" : "number")
    .trim()
    .regex(shape, decimals ? "decimal" : "number")
    .transform((value) => Number(value.replace(",", ".")))
    .pipe(z.number().min(least, "tooSmall").max(most, "tooLarge"));
}

const values = {
  halfLifeDays: typed("halfLifeDays"),
  warmAt: typed("warmAt", { decimals: true }),
  minTwoWayDays: typed("minTwoWayDays"),
  minCommonGround: typed("minCommonGround"),
  minChecks: typed("minChecks"),
  minCheckKinds: typed("minCheckKinds"),
  checkMaxAgeDays: typed("checkMaxAgeDays"),
  assessmentMaxAgeDays: typed("assessmentMaxAgeDays"),
  remoteMinCalls: typed("remoteMinCalls"),
  remoteMinSpanDays: typed("remoteMinSpanDays"),
  requireSupportEachWay: tick,
};

/** The eleven values as they are kept while a change waits. */
export const storedPolicyValues = z.strictObject({
  halfLifeDays: z.int(),
  warmAt: z.number(),
  minTwoWayDays: z.int(),
  minCommonGround: z.int(),
  minChecks: z.int(),
  minCheckKinds: z.int(),
  checkMaxAgeDays: z.int(),
  assessmentMaxAgeDays: z.int(),
  remoteMinCalls: z.int(),
  remoteMinSpanDays: z.int(),
  requireSupportEachWay: z.boolean(),
});
export type PolicyValues = z.output<typeof storedPolicyValues>;

const form = z.strictObject({
  ...values,
  /** The version the form read; 0 where nothing was ever saved. */
  version: z.coerce.number("unknown").int().min(0),
  /** Sent without script, perhaps from an address that holds what was previewed. */
  scriptless: tick,
  /** Previewed also where very many people have to be looked at. */
  anyway: tick,
});

/** What the form sends, the eleven values apart from what is said about them: to be saved, or only previewed. */
export const sentPolicy = form.transform(({ version, scriptless, anyway, ...values }) => ({
  values,
  version,
  scriptless,
  anyway,
}));

/** What of a page's address is a form sent to be previewed without script; null where there is none. */
export function typedIn(address: Record<string, string | string[] | undefined>): Record<string, string> | null {
  if (!("preview" in address)) return null;
  const known = [...Object.keys(form.shape), "read"].flatMap((name) => {
    const value = [address[name]].flat()[0];
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(known);
}

export const resetPolicy = form.pick({ version: true });

/** Which change: a newer one isn't dropped by an older page. */
export const dropChange = z.strictObject({ id });

export const defaultPolicy: PolicyValues = {
  halfLifeDays: policyNumbers.halfLifeDays.usual,
  warmAt: policyNumbers.warmAt.usual,
  minTwoWayDays: policyNumbers.minTwoWayDays.usual,
  minCommonGround: policyNumbers.minCommonGround.usual,
  minChecks: policyNumbers.minChecks.usual,
  minCheckKinds: policyNumbers.minCheckKinds.usual,
  checkMaxAgeDays: policyNumbers.checkMaxAgeDays.usual,
  assessmentMaxAgeDays: policyNumbers.assessmentMaxAgeDays.usual,
  remoteMinCalls: policyNumbers.remoteMinCalls.usual,
  remoteMinSpanDays: policyNumbers.remoteMinSpanDays.usual,
  requireSupportEachWay: false,
};

export function isSamePolicy(one: PolicyValues, other: PolicyValues): boolean {
  return (Object.keys(defaultPolicy) as (keyof PolicyValues)[]).every((name) => one[name] === other[name]);
}

/** What the form starts from. */
export type PolicySetting = {
  inForce: PolicyValues;
  version: number;
  change: PolicyChange | null;
};

/** A change that is made in the background, or failed there. */
export type PolicyChange = {
  id: string;
  proposed: PolicyValues;
  state: ChangeState;
  /** Contacts looked at anew already, of how many. */
  done: number;
  total: number;
  /** What a failure is found by in the log. */
  reference: string | null;
};
/** Of a change that waits, runs, failed, or is there no more; and the version of the policy in force. */
export type ChangeProgress = Pick<PolicyChange, "done" | "total"> & {
  state: ChangeState | "GONE";
  version: number;
};
