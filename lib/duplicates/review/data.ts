// Going through what was found: the next group, and what was said of it.
import "server-only";
import { inTrash } from "@/lib/contacts/trash/condition/data";
import type { OwnerDb } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { countWaiting } from "../scan/data";
import type { Candidate, Group, Likeness, Progress, Reason, ReviewList } from "../schema";
import { likelyFrom, mostPeople } from "../words";

/** Those of these contacts who are there, in the order given. */
export async function readCandidates(db: OwnerDb, ids: string[]): Promise<Candidate[]> {
  const history = {
    interactions: true,
    checks: true,
    supportActs: true,
    invitations: true,
    recommendations: true,
    followUps: true,
  };
  const contacts = await db.contact.findMany({
    where: { ownerId: db.owner, id: { in: ids }, deletedAt: null },
    omit: { ownerId: true, updatedAt: true, deletedAt: true },
    include: {
      assessment: { omit: { ownerId: true, contactId: true, version: true, createdAt: true, updatedAt: true } },
      aliases: { select: { slug: true }, orderBy: [{ lastSeen: "desc" }, { id: "asc" }] },
      points: { select: { kind: true, value: true }, orderBy: { id: "asc" } },
      tags: { select: { tag: { select: { name: true } } }, orderBy: { tag: { name: "asc" } } },
      _count: { select: history },
    },
  });
  const candidates = contacts.map(({ aliases, points, tags, assessment, _count, ...facts }): Candidate => {
    const reach = (kind: string) => points.filter((point) => point.kind === kind).map((point) => point.value);
    return {
      ...facts,
      connectedOn: facts.connectedOn?.toISOString().slice(0, 10) ?? null,
      createdAt: facts.createdAt.toISOString(),
      assessment: assessment && { ...assessment, reviewedAt: assessment.reviewedAt.toISOString() },
      slugs: aliases.map((alias) => alias.slug),
      emails: reach("EMAIL"),
      phones: reach("PHONE"),
      links: reach("URL"),
      tags: tags.map(({ tag }) => tag.name),
      counts: _count,
    };
  });
  return ids.flatMap((id) => candidates.filter((candidate) => candidate.id === id));
}

/** These people, for a look side by side; null where fewer than two of them are there. */
export async function getGroup(db: OwnerDb, ids: string[]): Promise<Group | null> {
  const people = (await readCandidates(db, ids)).sort(mostKnown);
  if (people.length < 2) return null;
  const likenesses = await db.duplicatePair.findMany({
    where: { ownerId: db.owner, contactId: { in: ids }, otherId: { in: ids }, distinctAt: null },
    orderBy: { score: "desc" },
    select: { contactId: true, otherId: true, score: true, reasons: true },
  });
  return { people, likenesses: likenesses.map((pair): Likeness => ({ ...pair, reasons: pair.reasons as Reason[] })) };
}

/** The one with the longest history stays when they are made one, the older one of equals. */
function mostKnown(one: Candidate, other: Candidate): number {
  return other.counts.interactions - one.counts.interactions || one.createdAt.localeCompare(other.createdAt);
}

/** Whether each of these was said to be somebody else than each other one. */
export async function areDecided(db: OwnerDb, { people }: Group): Promise<boolean> {
  const ids = people.map(({ id }) => id);
  const decided = await db.duplicatePair.count({
    where: { ownerId: db.owner, contactId: { in: ids }, otherId: { in: ids }, distinctAt: { not: null } },
  });
  return decided === (ids.length * (ids.length - 1)) / 2;
}

/**
 * The likeliest that nobody decided on, with all who are as likely the same in turn: who is only perhaps one of them is
 * asked about later. Those that were put off come last. Null where there are none who are as likely as the list says.
 */
export async function nextGroup(db: OwnerDb, list: Exclude<ReviewList, "decided">): Promise<Group | null> {
  const [least, most] = list === "likely" ? [likelyFrom, 100] : [0, likelyFrom - 1];
  const ids = await db.$queryRaw<{ id: string }[]>`
    with recursive
    top as (
      select p.contact_id, p.other_id, least(p.score, ${likelyFrom}::int) as score from duplicate_pair p
      join contact a on a.owner_id = p.owner_id and a.id = p.contact_id and a.deleted_at is null
      join contact b on b.owner_id = p.owner_id and b.id = p.other_id and b.deleted_at is null
      where p.owner_id = ${db.owner}::uuid and p.distinct_at is null and p.score between ${least}::int and ${most}::int
      order by p.skipped_at nulls first, p.score desc, p.contact_id, p.other_id limit 1
    ),
    member (id) as (
      select unnest(array[contact_id, other_id]) from top
      union
      select near.id from member m
      cross join lateral (
        select p.other_id as id from duplicate_pair p
        where p.owner_id = ${db.owner}::uuid and p.contact_id = m.id and p.distinct_at is null
          and p.score >= (select score from top)
        union all
        select p.contact_id from duplicate_pair p
        where p.owner_id = ${db.owner}::uuid and p.other_id = m.id and p.distinct_at is null
          and p.score >= (select score from top)
      ) near
    )
    select m.id from (select id from member limit 50) m
    join contact c on c.owner_id = ${db.owner}::uuid and c.id = m.id and c.deleted_at is null
    limit ${mostPeople}`;
  return ids.length === 0
    ? null
    : getGroup(
        db,
        ids.map(({ id }) => id),
      );
}

/** They are different people, each from each: never asked again. Throws the Refusal `notFound` where one isn't there. */
export async function markDistinct(db: OwnerDb, people: string[]): Promise<void> {
  const there = await db.contact.count({ where: { ownerId: db.owner, id: { in: people } } });
  if (there !== new Set(people).size) throw new Refusal("notFound");
  await db.$executeRaw`
    insert into duplicate_pair (owner_id, contact_id, other_id, score, reasons, distinct_at)
    select ${db.owner}::uuid, a.id, b.id, 0, '{}', now()
    from unnest(${people}::uuid[]) as a (id) join unnest(${people}::uuid[]) as b (id) on a.id < b.id
    on conflict (owner_id, contact_id, other_id) do update set distinct_at = coalesce(duplicate_pair.distinct_at, now())`;
}

/** Takes back what was said of them last: who is alike is asked about again, decisions before that stand. */
export async function undoDistinct(db: OwnerDb, people: string[]): Promise<void> {
  await db.$executeRaw`
    select queue_for_duplicates(array_agg(${db.owner}::uuid), array_agg(id)) from unnest(${people}::uuid[]) as said (id)`;
  const these = { ownerId: db.owner, contactId: { in: people }, otherId: { in: people } };
  const last = await db.duplicatePair.aggregate({ where: these, _max: { distinctAt: true } });
  if (!last._max.distinctAt) return;
  const said = { ...these, distinctAt: { gte: last._max.distinctAt } };
  await db.duplicatePair.deleteMany({ where: { ...said, score: 0 } });
  await db.duplicatePair.updateMany({ where: said, data: { distinctAt: null } });
}

/** Not now: after all the others. */
export async function putOff(db: OwnerDb, people: string[]): Promise<void> {
  await db.duplicatePair.updateMany({
    where: { ownerId: db.owner, distinctAt: null, OR: [{ contactId: { in: people } }, { otherId: { in: people } }] },
    data: { skippedAt: new Date() },
  });
}

export async function getProgress(db: OwnerDb): Promise<Progress> {
  const [pairs] = await db.$queryRaw<[Pick<Progress, "likely" | "perhaps" | "decided">]>`
    with trash as materialized (${inTrash(db)})
    select (count(*) filter (where p.score >= ${likelyFrom}::int))::int as likely,
      (count(*) filter (where p.score < ${likelyFrom}::int))::int as perhaps,
      ((select count(distinct distinct_at) from duplicate_pair
        where owner_id = ${db.owner}::uuid and distinct_at is not null)
       + (select count(*) from contact_merge where owner_id = ${db.owner}::uuid and undone_at is null))::int as decided
    from duplicate_pair p
    where p.owner_id = ${db.owner}::uuid and p.distinct_at is null
      and p.contact_id not in (select id from trash) and p.other_id not in (select id from trash)`;
  const waiting = await countWaiting(db);
  // Counted only for the bar.
  const contacts = waiting > 0 ? await db.contact.count({ where: { ownerId: db.owner } }) : 0;
  return { ...pairs, waiting, contacts };
}
