// Who is on the relationship map and what joins them. Everything but the people is looked up for those alone.
import "server-only";
import { conditions, holds } from "@/lib/contacts/list/conditions/data";
import type { Term } from "@/lib/contacts/list/filter/terms";
import { searchWords } from "@/lib/contacts/list/search-words";
import type { OwnerDb } from "@/lib/db";
import { countOverview } from "@/lib/strength/lanes/data";
import { Prisma } from "@/prisma/generated/client";
import { buildMap, type FoundIntroduction, type FoundPerson, type FoundTag } from "./graph";
import type { MapQuery, RelationshipMap } from "./schema";
import { mostPeople } from "./words";

const { sql } = Prisma;

/** The strongest of those asked for and what joins them; of nobody an empty map. */
export async function getMap(db: OwnerDb, query: MapQuery, most = mostPeople): Promise<RelationshipMap> {
  const asked = await whoIsAsked(db, query);
  const people = await db.$queryRaw<FoundPerson[]>`
    with shown as materialized (
      select c.id, c.full_name, c.company
      from contact_standing st
      join contact c on c.owner_id = st.owner_id and c.id = st.contact_id
      join contact_search s on s.owner_id = c.owner_id and s.contact_id = c.id
      where st.owner_id = ${db.owner}::uuid and ${asked}
      order by st.heat desc nulls last, st.contact_id
      limit ${most}::int)
    select c.id, c.full_name as name, c.company, r.verdict, round(r.strength)::int as strength
    from shown c join relationship_strength r on r.owner_id = ${db.owner}::uuid and r.contact_id = c.id
    order by r.heat desc nulls last, c.id`;
  const ids = people.map(({ id }) => id);
  const tags = await db.$queryRaw<FoundTag[]>`
    select ct.contact_id as "contactId", ct.tag_id as "tagId", t.name
    from contact_tag ct join tag t on t.owner_id = ct.owner_id and t.id = ct.tag_id
    where ct.owner_id = ${db.owner}::uuid and ct.contact_id = any(${ids}::uuid[])`;
  const introductions = await db.$queryRaw<FoundIntroduction[]>`
    select contact_id as "from", introduced_contact_id as "to", direction = 'GIVEN' as "isOwn"
    from support_act
    where owner_id = ${db.owner}::uuid and kind = 'INTRODUCTION' and id = introduction_id
      and contact_id = any(${ids}::uuid[]) and introduced_contact_id = any(${ids}::uuid[])
    order by id`;
  const total = people.length < most ? people.length : await countAsked(db, query, asked);
  return buildMap(people, tags, introductions, total);
}

/** The name of the person the map is about, where it is about one of the owner's. */
export async function getCentre(db: OwnerDb, { around }: MapQuery): Promise<string | null> {
  if (!around) return null;
  const found = await db.contact.findFirst({
    where: { ownerId: db.owner, id: around, deletedAt: null },
    select: { fullName: true },
  });
  return found?.fullName ?? null;
}

async function whoIsAsked(db: OwnerDb, { verdict, tag, company, around }: MapQuery): Promise<Prisma.Sql> {
  const terms: Term[] = [];
  if (verdict) terms.push({ key: "verdict", value: verdict });
  if (tag) terms.push({ key: "tag", value: tag });
  const all = [await conditions(db, terms)];
  if (company) {
    // Its words find few by an index; of them the company itself is asked.
    const words = searchWords(company);
    if (words.length > 0) all.push(await holds(db, words));
    all.push(sql`${sameCompany(sql`c.company`)} = ${sameCompany(sql`${company}::text`)}`);
  }
  if (around) all.push(sql`c.id in (${await tiedTo(db, around)})`);
  return Prisma.join(all, " and ");
}

/** As lib/map/graph.ts takes companies for one. */
const sameCompany = (company: Prisma.Sql) => sql`lower(regexp_replace(btrim(${company}), '[[:space:]]+', ' ', 'g'))`;

/** The person, and everybody the map would tie to them. */
async function tiedTo(db: OwnerDb, id: string): Promise<Prisma.Sql> {
  const person = await db.contact.findFirst({ where: { ownerId: db.owner, id }, select: { company: true } });
  const company = person?.company ?? "";
  const words = searchWords(company);
  const colleagues =
    words.length === 0
      ? sql`select null::uuid where false`
      : sql`
        select c.id from contact c join contact_search s on s.owner_id = c.owner_id and s.contact_id = c.id
        where c.owner_id = ${db.owner}::uuid and ${await holds(db, words)}
          and ${sameCompany(sql`c.company`)} = ${sameCompany(sql`${company}::text`)}`;
  return sql`
  select ${id}::uuid
  union
  select case when contact_id = ${id}::uuid then introduced_contact_id else contact_id end from support_act
  where owner_id = ${db.owner}::uuid and kind = 'INTRODUCTION' and id = introduction_id
    and ${id}::uuid in (contact_id, introduced_contact_id)
  union
  select other.contact_id from contact_tag one join contact_tag other using (owner_id, tag_id)
  where owner_id = ${db.owner}::uuid and one.contact_id = ${id}::uuid
  union
  ${colleagues}`;
}

/** How many there are of each verdict is kept; anything else is counted. */
async function countAsked(db: OwnerDb, query: MapQuery, asked: Prisma.Sql): Promise<number> {
  if (!query.tag && !query.company && !query.around) {
    const { verdicts } = await countOverview(db);
    return query.verdict ? verdicts[query.verdict] : Object.values(verdicts).reduce((sum, count) => sum + count, 0);
  }
  const [found] = await db.$queryRaw<{ people: number }[]>`
    select count(*)::int as people
    from contact c
    join contact_standing st on st.owner_id = c.owner_id and st.contact_id = c.id
    join contact_search s on s.owner_id = c.owner_id and s.contact_id = c.id
    where ${asked}`;
  return found?.people ?? 0;
}
