// Notes.csv: what a member wrote about a connection on LinkedIn is added to what the owner wrote here.
import "server-only";
import type { OwnerDb } from "@/lib/db";

/** Decides each note; people are decided already. A note that stands in the contact's notes already is known. */
export async function decideNotes(db: OwnerDb, batchId: string, files: number[]): Promise<void> {
  await db.$executeRaw`
    with row as materialized (
      select r.file, r.line, r.fields->>'note' as note, p.contact_id, p.reason as why_not, c.notes,
             row_number() over (partition by r.proposed_id order by r.file, r.line) as nth
      from import_row r
      join import_person p on p.owner_id = r.owner_id and p.batch_id = r.batch_id and p.key = r.people[1]
      left join contact c on c.owner_id = r.owner_id and c.id = p.contact_id
      where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.file = any (${files}::int[])
        and r.proposed_id is not null
    ), decided as (
      select file, line, contact_id,
             case when contact_id is null then 'SKIPPED' when nth > 1 or strpos(coalesce(notes, ''), note) > 0 then 'MATCHED'
                  else 'CREATED' end::import_outcome as outcome,
             case when contact_id is null then coalesce(why_not, 'noAddress') when nth > 1 then 'repeated'
                  when strpos(coalesce(notes, ''), note) > 0 then 'unchanged' end as reason,
             case when contact_id is not null and nth = 1 and strpos(coalesce(notes, ''), note) = 0
                  then jsonb_build_object('added', note) end as changes
      from row
    )
    update import_row r
    set outcome = d.outcome, reason = d.reason, entity_id = d.contact_id, changes = d.changes
    from decided d
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.file = any (${files}::int[])
      and r.file = d.file and r.line = d.line
      and (r.outcome, r.reason, r.entity_id, r.changes)
          is distinct from (d.outcome, d.reason, d.contact_id, d.changes)`;
}

/** Adds the notes below what is there, in the order of the file. */
export async function applyNotes(db: OwnerDb, batchId: string, files: number[]): Promise<void> {
  await db.$executeRaw`
    update contact c
    set notes = concat_ws(e'\n\n', nullif(c.notes, ''), said.notes),
        version = c.version + (c.updated_at <> now())::int, updated_at = now()
    from (
      select entity_id as id, string_agg(changes->>'added', e'\n\n' order by file, line) as notes from import_row
      where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid and file = any (${files}::int[])
        and outcome = 'CREATED'
      group by entity_id
    ) as said
    where c.owner_id = ${db.owner}::uuid and c.id = said.id`;
}

/** Takes each note out again where it still stands as it was added. Rows whose note doesn't are marked as kept. */
export async function undoNotes(db: OwnerDb, batchId: string): Promise<void> {
  const rows = await db.$queryRaw<{ file: number; line: number; contactId: string; added: string }[]>`
    select r.file, r.line, r.entity_id as "contactId", r.changes->>'added' as added
    from import_row r
    join import_file f on f.owner_id = r.owner_id and f.batch_id = r.batch_id and f.file = r.file
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and f.kind = 'NOTES' and r.outcome = 'CREATED'
    order by r.file desc, r.line desc`;
  for (const { file, line, contactId, added } of rows) {
    const count = await db.$executeRaw`
      update contact
      set notes = nullif(case when notes = ${added} then '' when right(notes, length(${added}) + 2) = e'\n\n' || ${added}
                              then left(notes, -length(${added}) - 2)
                              else replace(replace(notes, ${added} || e'\n\n', ''), ${added}, '') end, ''),
          version = version + (updated_at <> now())::int, updated_at = now()
      where owner_id = ${db.owner}::uuid and id = ${contactId}::uuid and strpos(notes, ${added}) > 0`;
    if (count > 0) continue;
    await db.importRow.updateMany({ where: { batchId, file, line }, data: { reason: "kept" } });
  }
}
