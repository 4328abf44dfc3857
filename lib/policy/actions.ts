"use server";

import { getTranslations } from "next-intl/server";
import { type Outcome, ownerAction, saved } from "@/lib/action";
import type { OwnerDb } from "@/lib/db";
import { sendJob } from "@/lib/jobs";
import { endChange } from "./change/data";
import * as data from "./data";
import * as schema from "./schema";
import { policyVersions } from "./versions";

export const savePolicyAction = ownerAction(
  "policy.save",
  schema.sentPolicy,
  async (db, { values, version, scriptless }) => {
    const outcome = await save(db, version, values);
    return scriptless ? { ...outcome, to: "/settings#policy" } : outcome;
  },
  { versions: policyVersions },
);

/** The defaults are values like any others: they are saved, so that the versions go on. */
export const resetPolicyAction = ownerAction("policy.reset", schema.resetPolicy, (db, { version }) =>
  save(db, version, schema.defaultPolicy),
);

export const dropChangeAction = ownerAction("policy.drop", schema.dropChange, async (db, { id }) => {
  await endChange(db, id); // gone already: made, or another took its place
  return saved("policy_change", id);
});

async function save(db: OwnerDb, version: number, values: schema.PolicyValues): Promise<Outcome> {
  const t = await getTranslations("policy");
  const see = { href: "/settings#policy", label: t("title") } as const;
  const change = await data.savePolicy(db, version, values, see);
  if (!change) return saved("policy", db.owner);
  await sendJob("policy", { owner: db.owner, id: change });
  return saved("policy_change", change);
}
