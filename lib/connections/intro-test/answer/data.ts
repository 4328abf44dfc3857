// Answering the intro test, and taking an answer back. It writes the assessment's two answers and nothing else of it.
import "server-only";
import { requireContact } from "@/lib/contacts/existing/data";
import type { OwnerDb } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { addRemoval, requireConnection } from "../../removal/data";
import type { AnswerIntro } from "../schema";

/**
 * Saves an answer. A no leaves the sentence as it is; UNSURE only remembers that they were skipped. Throws Refusals:
 * `notFound`, `notConnected`, and `changedElsewhere` where the assessment isn't the one the card showed.
 */
export async function answerIntro(
  db: OwnerDb,
  { contactId, version, answer, canSay, restHolds, reason }: AnswerIntro,
): Promise<void> {
  await requireConnection(db, contactId);
  if (answer === "UNSURE") return remember(db, contactId, "UNSURE");
  const introduce = answer === "YES" ? "YES" : "NO";
  await remember(db, contactId, introduce);
  await assess(db, contactId, version, { introduce, canSay: answer === "YES" ? canSay : null, restHolds });
  if (answer === "REMOVE") await addRemoval(db, contactId, reason);
}

type Said = "YES" | "NO" | "UNSURE";

async function remember(db: OwnerDb, contactId: string, answer: Said): Promise<void> {
  await db.$executeRaw`
    insert into intro_test (owner_id, contact_id, answer, before_would_introduce, before_can_say, before_reviewed_at)
    select c.owner_id, c.id, ${answer}::answer, a.would_introduce, a.can_say, a.reviewed_at
    from contact c left join assessment a on a.owner_id = c.owner_id and a.contact_id = c.id and ${answer}::text <> 'UNSURE'
    where c.owner_id = ${db.owner}::uuid and c.id = ${contactId}::uuid
    on conflict (owner_id, contact_id) do update set
      answer = excluded.answer, answered_at = excluded.answered_at,
      before_would_introduce = excluded.before_would_introduce, before_can_say = excluded.before_can_say,
      before_reviewed_at = excluded.before_reviewed_at`;
}

/**
 * `reviewed_at` dates every answer of an assessment, and three rules count from it. Two answers don't make the others
 * newer: it moves only where nothing else is written, or where the owner said that the rest, shown beside, still holds.
 */
async function assess(
  db: OwnerDb,
  contactId: string,
  version: number | null,
  { introduce, canSay, restHolds }: { introduce: "YES" | "NO"; canSay: string | null; restHolds: boolean },
): Promise<void> {
  const written = await db.$executeRaw`
    insert into assessment as a (owner_id, contact_id, would_introduce, can_say, reviewed_at, updated_at)
    select ${db.owner}::uuid, ${contactId}::uuid, ${introduce}::answer, ${canSay}, now(), now()
    where ${version}::int is null or exists (
      select from assessment where owner_id = ${db.owner}::uuid and contact_id = ${contactId}::uuid)
    on conflict (owner_id, contact_id) do update set
      would_introduce = excluded.would_introduce,
      can_say = coalesce(excluded.can_say, a.can_say),
      reviewed_at = case
        when ${restHolds}::boolean
          or num_nonnulls(a.wants_to_deepen, a.i_believe, a.they_believe, a.synergy) = 0 and not written(a.goal)
            and not exists (select from unnest(a.common_ground) as entry where written(entry))
        then excluded.reviewed_at else a.reviewed_at end,
      version = a.version + 1,
      updated_at = excluded.updated_at
    where a.version = ${version}::int`;
  if (written === 1) return;
  const { fullName } = await requireContact(db, contactId);
  throw new Refusal("changedElsewhere", undefined, {}, { href: `/contacts/${contactId}/assessment`, label: fullName });
}

/**
 * Takes an answer back: the assessment is as it was before, and whoever it put on the removal list is off it. Throws the
 * Refusals `notFound`, and `changedElsewhere` where the assessment was edited since.
 */
export async function takeBackIntro(db: OwnerDb, contactId: string): Promise<void> {
  const [answer] = await db.$queryRaw<{ isUnsure: boolean; wasAssessed: boolean }[]>`
    select answer = 'UNSURE' as "isUnsure", before_reviewed_at is not null as "wasAssessed"
    from intro_test where owner_id = ${db.owner}::uuid and contact_id = ${contactId}::uuid for update`;
  if (!answer) throw new Refusal("notFound");
  if (!answer.isUnsure) {
    // Written in one transaction, the two have the same moment for as long as nobody writes the assessment again.
    const undone = answer.wasAssessed
      ? await db.$executeRaw`
          update assessment a set would_introduce = i.before_would_introduce, can_say = i.before_can_say,
            reviewed_at = i.before_reviewed_at, version = a.version + 1, updated_at = now()
          from intro_test i
          where a.owner_id = ${db.owner}::uuid and a.contact_id = ${contactId}::uuid
            and i.owner_id = a.owner_id and i.contact_id = a.contact_id and a.updated_at = i.answered_at`
      : await db.$executeRaw`
          delete from assessment a using intro_test i
          where a.owner_id = ${db.owner}::uuid and a.contact_id = ${contactId}::uuid
            and i.owner_id = a.owner_id and i.contact_id = a.contact_id and a.updated_at = i.answered_at`;
    if (undone === 0) throw new Refusal("changedElsewhere");
    await db.$executeRaw`
      delete from removal m using intro_test i
      where m.owner_id = ${db.owner}::uuid and m.contact_id = ${contactId}::uuid and m.removed_at is null
        and i.owner_id = m.owner_id and i.contact_id = m.contact_id and m.created_at = i.answered_at`;
  }
  await db.introTest.deleteMany({ where: { ownerId: db.owner, contactId } });
}
