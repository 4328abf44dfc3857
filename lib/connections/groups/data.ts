// The groups of the review as conditions on what is stored; st is the contact_standing of somebody connected. All but
// the intro test's are read from one index: contact_standing_owner_id_connected_idx.
import "server-only";
import type { OwnerSql } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import type { ConnectionGroup, GroupCounts } from "../schema";

const { sql } = Prisma;

export const isConnected = (db: OwnerSql) =>
  sql`st.owner_id = ${db.owner}::uuid and st.connection_status = 'CONNECTED'`;

export const isVouchedFor = sql`coalesce(st.vouched_until > now(), false)`;

/** Before it a review counts no more: worked out once, where a join would do so for each answer. */
const reviewedSince = (db: OwnerSql) => sql`
  (select now() - in_days(assessment_max_age_days) from policy_in_force(${db.owner}::uuid))`;

/** Yes or no, said in the intro test or in the assessment's form, for as long as a review counts. */
const answered = (db: OwnerSql) => sql`
  select i.contact_id from intro_test i
  where i.owner_id = ${db.owner}::uuid and i.answer <> 'UNSURE' and i.answered_at > ${reviewedSince(db)}
  union all
  select a.contact_id from assessment a
  where a.owner_id = ${db.owner}::uuid and a.would_introduce = 'NO' and a.reviewed_at > ${reviewedSince(db)}`;

/** Whoever is vouched for has passed: the test asks what the rule asks. */
export const isUntested = (db: OwnerSql) => sql`
  not ${isVouchedFor} and st.contact_id not in (${answered(db)})`;

/** The same of a few: who has answered is looked up for each of them, where above all of them are read once. */
export const isUntestedByKey = (db: OwnerSql) => sql`
  not ${isVouchedFor} and not exists (
    select from (${answered(db)}) said where said.contact_id = st.contact_id offset 0)`;

const lapsedAt = sql`least(st.desires_until, st.mutual_until, st.verified_until, st.vouched_until, st.warm_until)`;

export const isIn = (db: OwnerSql): Record<ConnectionGroup, Prisma.Sql> => ({
  all: sql`true`,
  vouched: isVouchedFor,
  thin: sql`st.heat is null`,
  lapsed: sql`coalesce(${lapsedAt} <= now(), false)`,
  concerns: sql`coalesce(st.blocked_until = 'infinity', false)`, // an open concern, or not to be connected
  untested: isUntested(db),
});

/** How many are in each group, exactly. */
export async function countConnections(db: OwnerSql): Promise<GroupCounts> {
  const { all: _, ...groups } = isIn(db);
  const counted = Object.entries(groups).map(
    ([group, condition]) => sql`${group}::text, count(*) filter (where ${condition})`,
  );
  const [found] = await db.$queryRaw<{ counts: GroupCounts }[]>`
    select jsonb_build_object('all', count(*), ${Prisma.join(counted)}) as counts
    from contact_standing st where ${isConnected(db)}`;
  if (!found) throw new Error("counting answers with one row");
  return found.counts;
}
