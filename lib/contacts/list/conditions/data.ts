// Which contacts a list shows, as SQL on stored columns: c is contact, s contact_search, st contact_standing. Filtering on
// what the view computes would read every contact; these are ranges of indexes, or a glance at rows met anyway.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { dueContacts } from "@/lib/rhythm/due/data";
import { isFading, isLapsing } from "@/lib/strength/lanes/data";
import type { Band, Rule, Verdict } from "@/lib/strength/schema";
import { Prisma } from "@/prisma/generated/client";
import type { ContactQuery } from "../schema";
import { searchWords } from "../search-words";

const { sql, join } = Prisma;

/** Up to this many matches are named one by one; among more, every row is asked. */
const fewMatches = 1000;

/** Whether the conditions speak of the standing. */
export const needsStanding = ({ verdict, missing, band }: ContactQuery) => Boolean(verdict || missing || band);

/** Everything the query asks for, and that the contact is this owner's and not in the trash. */
export async function conditions(db: OwnerDb, query: ContactQuery): Promise<Prisma.Sql> {
  const all = [sql`c.owner_id = ${db.owner}::uuid`, sql`c.deleted_at is null`];
  if (query.verdict) all.push(verdictIs(query.verdict));
  if (query.missing) all.push(missingRule(query.missing));
  if (query.band) all.push(bandIs(query.band, db.owner));
  if (query.status) all.push(sql`c.connection_status = ${query.status}::connection_status`);
  if (query.soon === "touch") all.push(sql`c.id in (${dueContacts(db)})`);
  else if (query.soon) {
    all.push(sql`c.id in (select r.contact_id from contact_standing r
      where r.owner_id = ${db.owner}::uuid and ${query.soon === "fading" ? isFading : isLapsing})`);
  }
  if (query.tag) {
    all.push(sql`c.id in (select contact_id from contact_tag
      where owner_id = ${db.owner}::uuid and tag_id = ${query.tag}::uuid)`);
  }
  const words = searchWords(query.q);
  if (words.length > 0) all.push(await holds(db, words));
  return join(all, " and ");
}

/** That the contact's search row holds every word. Up to `few` matches are named one by one. */
export async function holds(db: OwnerDb, words: string[], few = fewMatches): Promise<Prisma.Sql> {
  const matches = await db.$queryRaw<{ id: string }[]>`
    select id from find_contacts(${words}::text[], ${few + 1}::int) as id`;
  if (matches.length <= few) return sql`c.id = any(${matches.map((match) => match.id)}::uuid[])`;
  return join(
    words.map((word) => sql`s.document like search_pattern(${word})`),
    " and ",
  );
}

const until: Record<Rule, Prisma.Sql> = {
  knows: sql`st.knows_until`,
  desires: sql`st.desires_until`,
  mutual: sql`st.mutual_until`,
  verified: sql`st.verified_until`,
  vouched: sql`st.vouched_until`,
  warm: sql`st.warm_until`,
};
const isMet = (rule: Rule) => sql`coalesce(${until[rule]} > now(), false)`;
const rulesMet = join(
  (Object.keys(until) as Rule[]).map((rule) => sql`${isMet(rule)}::int`),
  " + ",
);

const isOpen = sql`c.connection_status not in ('CONNECTED', 'INVITED') and coalesce(st.blocked_until <= now(), true)`;

/** The verdict's definition, first that holds, turned into conditions on what is stored. */
const verdicts: Record<Verdict, Prisma.Sql> = {
  CONNECTED: sql`c.connection_status = 'CONNECTED'`,
  PENDING: sql`c.connection_status = 'INVITED'`,
  BLOCKED: sql`c.connection_status not in ('CONNECTED', 'INVITED') and st.blocked_until > now()`,
  READY: sql`${isOpen} and st.queue_until > now()`,
  ALMOST: sql`${isOpen} and ${rulesMet} = 5`,
  BUILDING: sql`${isOpen} and ${rulesMet} <= 4`,
};
const verdictIs = (verdict: Verdict) => verdicts[verdict];

const missingRule = (rule: Rule) => sql`not ${isMet(rule)}`;

/** The strength a band starts at: strength = 100 S ÷ (S + 8), so it is S that the heat must reach. */
const bandFrom: Record<Band, number | null> = { strong: 12, warm: 4, cool: (15 * 8) / 85, cold: null };
const bandBelow: Record<Band, Band | null> = { strong: null, warm: "strong", cool: "warm", cold: "cool" };

function bandIs(band: Band, owner: string): Prisma.Sql {
  const heatAt = (s: number) => sql`(select log_two(${s}::float8) + days_since_t0(now()) / half_life_days
    from policy_in_force(${owner}::uuid))`;
  const from = bandFrom[band];
  const above = bandBelow[band] && bandFrom[bandBelow[band]];
  const atLeast = from === null ? sql`true` : sql`st.heat >= ${heatAt(from)}`;
  if (above === null) return atLeast;
  return from === null
    ? sql`(st.heat is null or st.heat < ${heatAt(above)})`
    : sql`${atLeast} and st.heat < ${heatAt(above)}`;
}
