import type { OwnerDb } from "@/lib/db";

/** What the rule says of a contact now, straight from the view: for tests that write and want to see the effect. */
export async function readStanding(db: OwnerDb, contactId: string) {
  const [row] = await db.$queryRaw<
    { s: number; verdict: string; missing: string[]; blockers: string[]; last: Date | null; mutual: boolean }[]
  >`
    select s, verdict, missing, blockers, last_interaction_at as last, mutual
    from relationship_strength where owner_id = ${db.owner}::uuid and contact_id = ${contactId}::uuid`;
  if (!row) throw new Error("The view has a row for every contact.");
  return row;
}
