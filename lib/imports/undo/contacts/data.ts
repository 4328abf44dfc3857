// Contacts an import made. Whoever was edited or used since stays; so does whoever was merged into another contact, and
// is listed as the contact they are now. Who the owner said isn't who is remembered for when they come again.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { mergedAway } from "../../known/data";

/** (id) of everybody the import made, new to the owner. */
export async function removeContacts(db: OwnerDb, batchId: string): Promise<void> {
  // Rows of one transaction share its moment: what hangs on a contact and bears another came later.
  await db.$executeRaw`
    with made as (
      select case when f.kind in ('CONNECTIONS', 'CONTACTS') then r.entity_id
                  when r.changes ? 'newPerson' then (r.changes->>'contactId')::uuid end as id
      from import_row r join import_file f on f.owner_id = r.owner_id and f.batch_id = r.batch_id and f.file = r.file
      where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.outcome = 'CREATED'
      union
      select contact_id from import_person
      where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid and outcome = 'CREATED'
    ), gone as (
      delete from contact c
      using made join import_contact t
        on t.owner_id = ${db.owner}::uuid and t.batch_id = ${batchId}::uuid and t.contact_id = made.id and not t.edited
      where c.owner_id = ${db.owner}::uuid and c.id = made.id and c.deleted_at is null
        and not exists (select from interaction_contact x where x.owner_id = c.owner_id and x.contact_id = c.id)
        and not exists (select from mention x where x.owner_id = c.owner_id and x.contact_id = c.id)
        and not exists (select from credential_check x where x.owner_id = c.owner_id and x.contact_id = c.id)
        and not exists (select from assessment x where x.owner_id = c.owner_id and x.contact_id = c.id)
        and not exists (select from removal x where x.owner_id = c.owner_id and x.contact_id = c.id)
        and not exists (select from support_act x where x.owner_id = c.owner_id and x.contact_id = c.id)
        and not exists (select from support_act x where x.owner_id = c.owner_id and x.introduced_contact_id = c.id)
        and not exists (select from invitation x where x.owner_id = c.owner_id and x.contact_id = c.id)
        and not exists (select from recommendation x where x.owner_id = c.owner_id and x.contact_id = c.id)
        and not exists (select from follow_up x where x.owner_id = c.owner_id and x.contact_id = c.id)
        and not exists (select from queue_choice x where x.owner_id = c.owner_id and x.contact_id = c.id)
        and not exists (select from cadence x where x.owner_id = c.owner_id and x.contact_id = c.id)
        and not exists (select from touch_put_off x where x.owner_id = c.owner_id and x.contact_id = c.id)
        and not exists (select from contact_tag x where x.owner_id = c.owner_id and x.contact_id = c.id)
        and not exists (select from contact_point x where x.owner_id = c.owner_id and x.contact_id = c.id
                        and x.created_at <> c.created_at)
        and not exists (select from linkedin_alias x where x.owner_id = c.owner_id and x.contact_id = c.id
                        and x.first_seen <> c.created_at)
      returning c.id
    )
    -- Their pairs go with them; the same file would make the same ids.
    insert into distinct_pair (owner_id, contact_id, other_id, distinct_at)
    select owner_id, contact_id, other_id, distinct_at from duplicate_pair
    where owner_id = ${db.owner}::uuid and distinct_at is not null
      and (contact_id in (select id from gone) or other_id in (select id from gone))
    on conflict (owner_id, contact_id, other_id) do update set distinct_at = excluded.distinct_at`;
  await db.$executeRaw`
    with now_at as materialized (
      select id, id as contact_id from contact where owner_id = ${db.owner}::uuid
      union all
      ${mergedAway(db)}
    )
    update import_row r
    set reason = 'kept', changes = coalesce(r.changes, '{}') || jsonb_build_object('contactId', now_at.contact_id)
    from import_file f, now_at
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.outcome = 'CREATED'
      and f.owner_id = r.owner_id and f.batch_id = r.batch_id and f.file = r.file
      and f.kind in ('CONNECTIONS', 'CONTACTS') and now_at.id = r.entity_id`;
  await db.$executeRaw`
    with now_at as materialized (
      select id, id as contact_id from contact where owner_id = ${db.owner}::uuid
      union all
      ${mergedAway(db)}
    )
    update import_person p set reason = 'kept', contact_id = now_at.contact_id
    from now_at
    where p.owner_id = ${db.owner}::uuid and p.batch_id = ${batchId}::uuid and p.outcome = 'CREATED'
      and now_at.id = p.contact_id`;
}
