// Who was said to be different people, where files come in and imports are taken back: nobody is asked again.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import { mergedAway } from "../known/data";

/** (id, other_id), each way round, of pairs of which one went with an import: who `id` would be again isn't `other_id`. A query. */
export const saidDistinct = (db: OwnerDb) => Prisma.sql`
  select said.id, coalesce(merged.contact_id, said.other_id) as other_id
  from (
    select contact_id as id, other_id from distinct_pair where owner_id = ${db.owner}::uuid
    union all
    select other_id, contact_id from distinct_pair where owner_id = ${db.owner}::uuid
  ) as said
  left join (${mergedAway(db)}) as merged on merged.id = said.other_id`;

/** Once everybody is written: who was somebody new is none of those it was asked about, and what was said of them before holds. */
export async function keepDistinct(db: OwnerDb, batchId: string): Promise<void> {
  await db.$executeRaw`
    with said as (
      select distinct coalesce((r.changes->>'contactId')::uuid, r.entity_id) as id, asked.id as other_id
      from import_row r cross join unnest(r.candidates) as asked (id)
      where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.outcome = 'CREATED' and r.decision = 'new'
    )
    insert into duplicate_pair (owner_id, contact_id, other_id, score, reasons, distinct_at)
    select distinct ${db.owner}::uuid, least(one.id, other.id), greatest(one.id, other.id), 0, '{}'::text[], now()
    from said
    join contact one on one.owner_id = ${db.owner}::uuid and one.id = said.id
    join contact other on other.owner_id = ${db.owner}::uuid and other.id = said.other_id
    where one.id <> other.id
    on conflict (owner_id, contact_id, other_id) do update
      set distinct_at = coalesce(duplicate_pair.distinct_at, excluded.distinct_at)`;
  await putBackDistinct(db);
}

async function putBackDistinct(db: OwnerDb) {
  // Of somebody who was merged meanwhile it is as if said now: undoing the merge keeps what was said after it.
  await db.$executeRaw`
    with merged as materialized (${mergedAway(db)}
    ), there as materialized (
      select p.contact_id, p.other_id, coalesce(one.id, was_one.contact_id) as one, coalesce(other.id, was_other.contact_id) as other,
             case when one.id is null or other.id is null then now() else p.distinct_at end as distinct_at
      from distinct_pair p
      left join contact one on one.owner_id = p.owner_id and one.id = p.contact_id
      left join contact other on other.owner_id = p.owner_id and other.id = p.other_id
      left join merged was_one on was_one.id = p.contact_id
      left join merged was_other on was_other.id = p.other_id
      where p.owner_id = ${db.owner}::uuid
    ), forgotten as (
      delete from distinct_pair p
      using there
      where p.owner_id = ${db.owner}::uuid and p.contact_id = there.contact_id and p.other_id = there.other_id
        and there.one is not null and there.other is not null
    )
    insert into duplicate_pair (owner_id, contact_id, other_id, score, reasons, distinct_at)
    select ${db.owner}::uuid, least(one, other), greatest(one, other), 0, '{}', max(distinct_at)
    from there where one <> other group by 2, 3
    on conflict (owner_id, contact_id, other_id) do update
      set distinct_at = coalesce(duplicate_pair.distinct_at, excluded.distinct_at)`;
}
