// The owner's policy: what it is, and how it changes. Readers see the old one with the old standings or the new one
// with the new standings, because both change in one transaction, here or in the background (change/job.ts).
import "server-only";
import type { OwnerDb } from "@/lib/db";
import type { Seen } from "@/lib/form-state";
import { Refusal } from "@/lib/refusal";
import { forgetChange, getChange, requestChange } from "./change/data";
import { lockPolicy, lockStandings, readPolicy, writePolicy } from "./row/data";
import type { PolicySetting, PolicyValues } from "./schema";

/**
 * Up to here every standing is made anew while the person waits (a second or two); beyond, in the background. Both
 * count: few contacts may have long histories.
 */
export const mostAtOnce = { contacts: 5_000, participations: 50_000 };

/** The policy in force, the version a form names when it saves, and a change under way. Pages ask for it in a snapshot. */
export async function getPolicySetting(db: OwnerDb): Promise<PolicySetting> {
  const change = await getChange(db); // first: made in between, its version is the policy's
  const { values, version } = await readPolicy(db);
  // The later of the two: a version that was once read never stands for other values, also not after a failed change.
  return { inForce: values, version: Math.max(version, change?.version ?? 0), change };
}

/**
 * Makes these values the policy and every standing anew, in this transaction; answers with null. For a large owner it
 * answers with the id of a change that the caller has a job make. `version` is the one the form read; `see` is where
 * the other version is shown. Throws a Refusal: `changedElsewhere`, `busy` where another writes the standings for long.
 */
export async function savePolicy(
  db: OwnerDb,
  version: number,
  values: PolicyValues,
  see?: Seen,
): Promise<string | null> {
  await lockPolicy(db);
  const current = await getPolicySetting(db);
  if (current.version !== version) throw new Refusal("changedElsewhere", undefined, {}, see);
  const next = current.version + 1;
  if (await isLarge(db)) return requestChange(db, values, next);
  await lockStandings(db);
  await writePolicy(db, values, next);
  await forgetChange(db);
  return null;
}

/** Counts no further than it must. */
async function isLarge(db: OwnerDb): Promise<boolean> {
  const { contacts, participations } = mostAtOnce;
  const [count] = await db.$queryRaw<[{ contacts: number; participations: number }]>`
    select
      (select count(*)::int from (
        select from contact where owner_id = ${db.owner}::uuid limit ${contacts + 1}::int) c) as contacts,
      (select count(*)::int from (
        select from interaction_contact where owner_id = ${db.owner}::uuid limit ${participations + 1}::int) p)
      as participations`;
  return count.contacts > contacts || count.participations > participations;
}
