import "server-only";
import { asOwner, asOwnerWhatIf, type OwnerDb, type OwnerId } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { lockStandings, readPolicy } from "../row/data";
import { isSamePolicy, type PolicyValues } from "../schema";
import { countVerdicts, judgeUnder, listCandidates, nameFirst } from "./data";
import { afterChanges, mostLive, type PolicyPreview } from "./schema";

/**
 * What would follow if these values were the policy, computed by the rule and rolled back. With `anyway` also where
 * very many people have to be looked at.
 */
export async function askPreview(
  owner: OwnerId,
  values: PolicyValues,
  { anyway = false }: { anyway?: boolean } = {},
): Promise<PolicyPreview> {
  const { now, inForce, candidates } = await asOwner(
    owner,
    async (db) => ({
      now: await countVerdicts(db),
      inForce: (await readPolicy(db)).values,
      candidates: (await listCandidates(db, mostLive + 1)).length,
    }),
    { snapshot: true },
  );
  if (isSamePolicy(values, inForce)) return { state: "counted", now, would: now, changed: 0, people: [] };
  if (candidates > mostLive && !anyway) return { state: "large", now };
  try {
    return await asOwnerWhatIf(owner, (db) => count(db, values), { timeoutMs: 90_000, tries: 1 });
  } catch (error) {
    if (error instanceof Refusal && error.code === "busy") return { state: "busy", now };
    throw error;
  }
}

/** Under the lock, so that nobody's standing moves between counting and judging. */
async function count(db: OwnerDb, values: PolicyValues): Promise<PolicyPreview> {
  await lockStandings(db);
  const now = await countVerdicts(db);
  const changed = await judgeUnder(db, values, await listCandidates(db));
  return {
    state: "counted",
    now,
    would: afterChanges(now, changed),
    changed: changed.length,
    people: await nameFirst(db, changed),
  };
}
