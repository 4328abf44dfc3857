// Taking an import back: exactly what it created, unless it was edited or used since; what is kept is listed.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { derive, restDerived } from "@/lib/derived/data";
import { undoMissing } from "../connections/missing/data";
import { undoTags } from "../contacts/data";
import { countOutcomes } from "../files/data";
import { undoNotes } from "../notes/data";
import { noteAsBefore, noteEdited, noteTouched, touchedBy } from "../touched/data";
import { putBackChanges, putBackFacts } from "./changes/data";
import { removeContacts } from "./contacts/data";
import { putBackInvitations, removeInvitations } from "./invitations/data";

export async function undoImport(db: OwnerDb, batchId: string): Promise<void> {
  await restDerived(db);
  await noteTouched(db, batchId); // of an import from before they were noted
  await noteEdited(db, batchId);
  await removeInteractions(db, batchId);
  await removeInvitations(db, batchId);
  await removeRecommendations(db, batchId);
  await undoNotes(db, batchId);
  await undoMissing(db, batchId);
  await undoTags(db, batchId);
  await removeContacts(db, batchId);
  await putBackChanges(db, batchId);
  await putBackFacts(db, batchId);
  await putBackInvitations(db, batchId);
  await noteAsBefore(db, batchId);
  await derive(db, touchedBy(db, batchId));
  await countOutcomes(db, batchId);
  await db.$executeRaw`
    update import_batch b
    set counts = b.counts || jsonb_build_object('undone', (
      select jsonb_build_object('removed', count(*) filter (where outcome = 'CREATED' and reason is distinct from 'kept'),
                                'kept', count(*) filter (where reason = 'kept'))
      from import_row where owner_id = ${db.owner}::uuid and batch_id = ${batchId}::uuid))
    where b.owner_id = ${db.owner}::uuid and b.id = ${batchId}::uuid`;
}

async function removeInteractions(db: OwnerDb, batchId: string) {
  await db.$executeRaw`
    delete from interaction i
    using import_row r
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.outcome = 'CREATED'
      and i.owner_id = ${db.owner}::uuid and i.id = r.entity_id and i.version = 1`;
  await db.$executeRaw`
    update import_row r set reason = 'kept'
    from interaction i
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.outcome = 'CREATED'
      and i.owner_id = ${db.owner}::uuid and i.id = r.entity_id`;
}

/**
 * With the act of support each of them was: it bears the id the file gave them. One that was tracked here before is what
 * it was, unless it was edited since.
 */
async function removeRecommendations(db: OwnerDb, batchId: string) {
  await db.$executeRaw`
    delete from recommendation t
    using import_row r
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.outcome = 'CREATED'
      and t.owner_id = ${db.owner}::uuid and t.id = r.entity_id and t.version = 1`;
  await db.$executeRaw`
    update recommendation t
    set status = (r.changes->'recommendation'->>'status')::recommendation_status, text = r.changes->'recommendation'->>'text',
        published_at = null, support_act_id = null, version = t.version + 1, updated_at = now()
    from import_row r
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.reason = 'published'
      and t.owner_id = ${db.owner}::uuid and t.id = r.entity_id
      and t.version = (r.changes->'recommendation'->>'leftAt')::int`;
  await db.$executeRaw`
    delete from recommendation_version v
    using import_row r join recommendation t on t.owner_id = r.owner_id and t.id = r.entity_id and t.support_act_id is null
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid and r.reason = 'published'
      and v.owner_id = ${db.owner}::uuid and v.id = r.proposed_id`;
  await db.$executeRaw`
    delete from support_act s
    using import_row r
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid
      and (r.outcome = 'CREATED' or r.reason = 'published')
      and s.owner_id = ${db.owner}::uuid and s.id = r.proposed_id
      and not exists (select from recommendation t where t.owner_id = s.owner_id and t.support_act_id = s.id)`;
  await db.$executeRaw`
    update import_row r set reason = 'kept'
    from recommendation t
    where r.owner_id = ${db.owner}::uuid and r.batch_id = ${batchId}::uuid
      and (r.outcome = 'CREATED' or (r.reason = 'published' and t.support_act_id = r.proposed_id))
      and t.owner_id = ${db.owner}::uuid and t.id = r.entity_id`;
}
