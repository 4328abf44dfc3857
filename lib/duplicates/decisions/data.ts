// What the owner decided, newest first: merges, undone ones among them, and who was said to be different people.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import type { Decision, DistinctSummary, MergeSummary } from "../schema";

type Row = { at: string; merge: MergeSummary | null; distinct: DistinctSummary | null };

/** At most `limit`, of those older than `before` (as a Decision's `at`); `more` where there are others. */
export async function listDecisions(
  db: OwnerDb,
  { before = null, limit }: { before?: string | null; limit: number },
): Promise<{ decisions: Decision[]; more: boolean }> {
  const rows = await db.$queryRaw<Row[]>`
    with merge as (
      select m.created_at as at, jsonb_build_object(
        'id', m.id, 'contactId', m.contact_id, 'fullName', c.full_name, 'absorbed', m.absorbed_names,
        'undoneAt', m.undone_at, 'canUndo', m.memory is not null, 'kept', coalesce(m.kept, '[]')) as merge
      from contact_merge m join contact c on c.owner_id = m.owner_id and c.id = m.contact_id
      where m.owner_id = ${db.owner}::uuid and (${before}::timestamptz is null or m.created_at < ${before}::timestamptz)
      order by m.created_at desc limit ${limit + 1}
    ), said as materialized (
      select p.distinct_at as at, array_agg(p.contact_id) || array_agg(p.other_id) as ids
      from duplicate_pair p
      where p.owner_id = ${db.owner}::uuid and p.distinct_at is not null
        and (${before}::timestamptz is null or p.distinct_at < ${before}::timestamptz)
      group by p.distinct_at order by p.distinct_at desc limit ${limit + 1}
    ), different as (
      select said.at, jsonb_build_object('people', (
        select jsonb_agg(jsonb_build_object('id', c.id, 'fullName', c.full_name) order by c.created_at, c.id)
        from contact c where c.owner_id = ${db.owner}::uuid and c.id = any (said.ids))) as different
      from said
    )
    select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, merge, "distinct"
    from (select at, merge, null::jsonb as "distinct" from merge union all select at, null, different from different) as decision
    order by decision.at desc limit ${limit + 1}`;
  const decisions = rows.slice(0, limit).flatMap(({ at, merge, distinct }): Decision[] => {
    if (merge) return [{ at, merge }];
    return distinct ? [{ at, distinct }] : [];
  });
  return { decisions, more: rows.length > limit };
}
