// The intro test: who is asked about next, and how far the pass is. Nothing is kept of a pass but the answers, so it can
// be left at any time and goes on where it was.
import "server-only";
import { getAssessment } from "@/lib/assessment/data";
import type { OwnerDb } from "@/lib/db";
import { countConnections, isConnected, isUntested, isUntestedByKey } from "../groups/data";
import { readSummaries } from "../list/summaries/data";
import { paceOf } from "./pace";
import type { IntroCard, IntroPass } from "./schema";

type Next = { id: string; wasSkipped: boolean };

/** The pass as it stands. `contactId` is asked about first, if they are connected and untested. */
export async function getIntroPass(db: OwnerDb, contactId?: string): Promise<IntroPass> {
  const { all: total, untested } = await countConnections(db);
  const skipped = untested > 0 ? await countSkipped(db) : 0;
  const next =
    untested === 0
      ? undefined
      : ((contactId && (await nextNamed(db, contactId))) ?? (await nextFresh(db)) ?? (await nextSkipped(db)));
  const tested = total - untested;
  const { moments, last } = await lastAnswers(db);
  const card = next ? await readCard(db, next) : null;
  const place = tested + (next && !next.wasSkipped ? skipped : 0) + 1;
  return { card, last, progress: { total, tested, skipped, place: Math.min(place, total), pace: paceOf(moments) } };
}

async function countSkipped(db: OwnerDb): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count
    from intro_test i join contact_standing st on st.owner_id = i.owner_id and st.contact_id = i.contact_id
    where i.owner_id = ${db.owner}::uuid and i.answer = 'UNSURE' and ${isConnected(db)} and ${isUntested(db)}`;
  return row?.count ?? 0;
}

async function nextNamed(db: OwnerDb, contactId: string): Promise<Next | undefined> {
  const [next] = await db.$queryRaw<Next[]>`
    select st.contact_id as id, coalesce(i.answer = 'UNSURE', false) as "wasSkipped"
    from contact_standing st
    left join intro_test i on i.owner_id = st.owner_id and i.contact_id = st.contact_id
    where ${isConnected(db)} and ${isUntestedByKey(db)} and st.contact_id = ${contactId}::uuid`;
  return next;
}

/** The strongest first: about them an answer is quick, and makes most of the network one to vouch for. */
async function nextFresh(db: OwnerDb): Promise<Next | undefined> {
  const [next] = await db.$queryRaw<Next[]>`
    select st.contact_id as id, false as "wasSkipped"
    from contact_standing st
    where ${isConnected(db)} and ${isUntested(db)} and st.contact_id not in (
      select contact_id from intro_test where owner_id = ${db.owner}::uuid and answer = 'UNSURE')
    order by st.heat desc nulls last, st.contact_id
    limit 1`;
  return next;
}

/** Who was skipped longest ago. */
async function nextSkipped(db: OwnerDb): Promise<Next | undefined> {
  const [next] = await db.$queryRaw<Next[]>`
    select st.contact_id as id, true as "wasSkipped"
    from intro_test i join contact_standing st on st.owner_id = i.owner_id and st.contact_id = i.contact_id
    where i.owner_id = ${db.owner}::uuid and i.answer = 'UNSURE' and ${isConnected(db)} and ${isUntested(db)}
    order by i.answered_at, i.contact_id
    limit 1`;
  return next;
}

async function readCard(db: OwnerDb, { id, wasSkipped }: Next): Promise<IntroCard | null> {
  const [summary] = await readSummaries(db, [id]);
  if (!summary) return null;
  const { fullName, about, connectedOn, strength, last, reason, concern, isOnRemovalList } = summary;
  const assessment = await getAssessment(db, id);
  return { id, fullName, about, connectedOn, strength, last, reason, concern, isOnRemovalList, wasSkipped, assessment };
}

/** When the last answers were given, newest first, and about whom the very last one was. */
async function lastAnswers(db: OwnerDb): Promise<{ moments: Date[]; last: IntroPass["last"] }> {
  const rows = await db.introTest.findMany({
    where: { ownerId: db.owner, contact: { deletedAt: null } },
    orderBy: { answeredAt: "desc" },
    take: 21,
    select: { contactId: true, answeredAt: true, contact: { select: { fullName: true } } },
  });
  const [newest] = rows;
  return {
    moments: rows.map(({ answeredAt }) => answeredAt),
    last: newest ? { contactId: newest.contactId, fullName: newest.contact.fullName } : null,
  };
}
