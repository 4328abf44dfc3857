import "server-only";
import { asOwner, asOwnerWhatIf, type OwnerDb, type OwnerId } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { lockStandings, readPolicy } from "../row/data";
import { isSamePolicy, type PolicyValues } from "../schema";
import { countVerdicts, groupChanges, judgeUnder, listCandidates } from "./data";
import { afterChanges, mostLive, type PolicyPreview } from "./schema";

/**
 * What would follow if these values were the policy, computed by the rule and rolled back; null for values that aren't
 * accepted. With `anyway` also where very many people have to be looked at.
 */
export async function askPreview(
  owner: OwnerId,
  values: PolicyValues | null,
  { anyway = false }: { anyway?: boolean } = {},
): Promise<PolicyPreview> {
  const { now, inForce } = await asOwner(
    owner,
    async (db) => ({ now: await countVerdicts(db), inForce: (await readPolicy(db)).values }),
    { snapshot: true },
  );
  if (!values) return { state: "invalid", now };
  if (isSamePolicy(values, inForce)) return { state: "counted", now, would: now, changes: [] };
  if (!anyway && (await asOwner(owner, isLarge))) return { state: "large", now };
  try {
    return await asOwnerWhatIf(owner, (db) => count(db, values), { timeoutMs: 90_000, tries: 1 });
  } catch (error) {
    if (error instanceof Refusal && error.code === "busy") return { state: "busy", now };
    throw error;
  }
}

async function isLarge(db: OwnerDb): Promise<boolean> {
  return (await listCandidates(db, mostLive + 1)).length > mostLive;
}

/** Under the lock, so that nobody's standing moves between counting and judging. */
async function count(db: OwnerDb, values: PolicyValues): Promise<PolicyPreview> {
  await lockStandings(db, { patient: true }); // asOwnerWhatIf limits the wait
  const now = await countVerdicts(db);
  const changes = await groupChanges(db, await judgeUnder(db, values, await listCandidates(db)));
  return { state: "counted", now, would: afterChanges(now, changes), changes };
}
