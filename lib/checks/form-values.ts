import { dayOf } from "@/lib/dates/format";
import type { FormValues } from "@/lib/form-state";
import type { CheckDetail } from "./schema";

/** What the form that edits a check holds of it; days on the owner's calendar. */
export function checkValues(check: CheckDetail, timeZone: string): FormValues {
  return {
    kind: check.kind,
    claim: check.claim,
    sourceName: check.sourceName ?? "",
    sourceUrl: check.sourceUrl ?? "",
    independent: check.independent ? "yes" : "no",
    finding: check.finding,
    checkedOn: dayOf(check.checkedAt, timeZone),
    expiresOn: check.expiresAt ? dayOf(check.expiresAt, timeZone) : "",
    note: check.note ?? "",
  };
}

/** What the form that resolves a concern holds of it. */
export const resolutionValues = (check: CheckDetail): FormValues => ({ resolution: check.resolution ?? "" });
