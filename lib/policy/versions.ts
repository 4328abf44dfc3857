import "server-only";
import type { z } from "zod";
import type { Versions } from "@/lib/form-conflict/answer";
import { entriesOf, type Field } from "@/lib/form-conflict/compare";
import { changedAt } from "@/lib/form-conflict/data";
import { line, tick } from "@/lib/form-conflict/fields";
import { getPolicySetting } from "./data";
import { policyFields } from "./form-values";
import type { sentPolicy } from "./schema";
import { type PolicyNumber, policyNumbers } from "./words";

export const policyVersions: Versions<z.output<typeof sentPolicy>> = {
  async newest(db) {
    const { inForce, version, change } = await getPolicySetting(db);
    return {
      version,
      changedAt: await changedAt(db, change ? "policyChange" : "policy", db.owner),
      values: policyFields(change?.proposed ?? inForce),
    };
  },
  fields: (t) => [
    ...(Object.keys(policyNumbers) as PolicyNumber[]).map((name) => number(name, t(`policy.values.${name}.label`))),
    tick("requireSupportEachWay", t("policy.values.requireSupportEachWay.label"), (ticked) =>
      t(`common.conflict.${ticked}`),
    ),
  ],
};

/** Decimals stand after a point or a comma. */
const number = (name: PolicyNumber, label: string): Field => ({
  ...line(name, label),
  meant: (values) => (entriesOf(values, name)[0] ?? "").replace(",", "."),
});
