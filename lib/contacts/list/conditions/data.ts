// Which contacts a list shows, as SQL on stored columns: st is contact_standing, c contact, s contact_search. Filtering on
// what the view computes would read every contact; these are ranges of indexes, or a glance at rows met anyway.
import "server-only";
import type { OwnerSql } from "@/lib/db";
import { dueContacts } from "@/lib/rhythm/due/data";
import { isFading, isLapsing } from "@/lib/strength/lanes/data";
import type { Band, Ending, Rule, Verdict } from "@/lib/strength/schema";
import { Prisma } from "@/prisma/generated/client";
import type { ConnectionStatus } from "../../status";
import { type Age, type Bound, type Range, type Term, valuesOf } from "../filter/terms";
import type { Sort } from "../query";
import { searchWords } from "../search-words";

const { sql, join } = Prisma;

/** Up to this many matches are named and looked up one by one; more are met soon enough by walking a list in its order. */
export const fewMatches = 2500;

/** Everything the terms ask for, and that the contact is this owner's and not in the trash. Needs the terms' tables. */
export async function conditions(db: OwnerSql, terms: Term[]): Promise<Prisma.Sql> {
  const all = [sql`st.owner_id = ${db.owner}::uuid`, sql`st.connection_status is not null`];
  const ask = <Value>(values: Value[], condition: (value: Value) => Prisma.Sql) => all.push(anyOf(values, condition));
  ask(valuesOf(terms, "verdict"), (verdict) => sql`(${verdicts[verdict]})`);
  ask(valuesOf(terms, "missing"), missingRule);
  ask(valuesOf(terms, "band"), (band) => sql`(${bandIs(band, db.owner)})`);
  ask(valuesOf(terms, "strength"), (range) => sql`(${strengthIs(range, db.owner)})`);
  ask(valuesOf(terms, "last"), lastIs);
  ask(valuesOf(terms, "status"), hasStatus);
  ask(valuesOf(terms, "soon"), (soon) => sql`st.contact_id in (${endsSoon(db, soon)})`);
  const tags = valuesOf(terms, "tag");
  if (tags.length > 0) {
    all.push(sql`st.contact_id in (select contact_id from contact_tag where owner_id = ${db.owner}::uuid and tag_id in (
      select t.id from tag t join unnest(${tags}::text[]) as asked on lower(t.name) = lower(asked) or t.id::text = asked
      where t.owner_id = ${db.owner}::uuid))`);
  }
  const [company, position, location] = [
    valuesOf(terms, "company"),
    valuesOf(terms, "position"),
    valuesOf(terms, "location"),
  ];
  ask(company, (value) => sql`s.company like search_pattern(${value})`);
  ask(position, (value) => sql`search_fold(c.position) like search_pattern(${value})`);
  ask(location, (value) => sql`search_fold(c.location) like search_pattern(${value})`);

  const words = wordsToFind(valuesOf(terms, "word"));
  // What a column holds stands in the search row too, whose index knows where.
  const held = [company, position, location].flatMap((values) => (values.length === 1 ? values : []));
  if (words.length + held.length > 0) all.push(await holds(db, words, { held, id: sql`st.contact_id` }));
  return join(all, " and ");
}

/** Of what the terms ask for, what is a range of the order's own key: a walk along it starts there. */
export function within(db: OwnerSql, sort: Sort, terms: Term[]): Prisma.Sql {
  if (sort === "contacted") return anyOf(valuesOf(terms, "last"), lastIs);
  if (sort !== "strength") return sql`true`;
  const bands = anyOf(valuesOf(terms, "band"), (band) => sql`(${bandIs(band, db.owner)})`);
  return sql`${bands} and ${anyOf(valuesOf(terms, "strength"), (range) => sql`(${strengthIs(range, db.owner)})`)}`;
}

/** Several of one kind: any of them will do. */
function anyOf<Value>(values: Value[], condition: (value: Value) => Prisma.Sql): Prisma.Sql {
  return values.length > 0 ? sql`(${join(values.map(condition), " or ")})` : sql`true`;
}

/** Words typed one after the other may be an address or a number together; one with spaces in it stands as it is. */
function wordsToFind(typed: string[]): string[] {
  const isPhrase = (word: string) => /\s/.test(word);
  return [...typed.filter(isPhrase), ...searchWords(typed.filter((word) => !isPhrase(word)).join(" "))];
}

type Naming = { held?: string[]; few?: number; id?: Prisma.Sql };

/**
 * That the contact's search row s holds every word. Up to `few` matches are named one by one, by `id`; `held` only helps
 * with that.
 */
export async function holds(
  db: OwnerSql,
  words: string[],
  { held = [], few = fewMatches, id = sql`s.contact_id` }: Naming = {},
): Promise<Prisma.Sql> {
  const [found] = await db.$queryRaw<{ ids: string[] }[]>`
    select array(select find_contacts(${[...words, ...held]}::text[], ${few + 1}::int)) as ids`;
  if (found && found.ids.length <= few) return sql`${id} = any(${found.ids}::uuid[])`;
  if (words.length === 0) return sql`true`;
  return join(
    words.map((word) => sql`s.document like search_pattern(${word})`),
    " and ",
  );
}

/**
 * As text, which no index has: on statistics that know few rows of an owner a join would look each contact up in the index of
 * those connected, and walk all of it each time.
 */
function hasStatus(status: ConnectionStatus): Prisma.Sql {
  return sql`st.connection_status::text = ${status}`;
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
/** How many of the six rules hold. */
export const rulesMet = join(
  (Object.keys(until) as Rule[]).map((rule) => sql`${isMet(rule)}::int`),
  " + ",
);

const isOpen = sql`st.connection_status not in ('CONNECTED', 'INVITED') and coalesce(st.blocked_until <= now(), true)`;

/** The verdict's definition, first that holds, turned into conditions on what is stored. */
const verdicts: Record<Verdict, Prisma.Sql> = {
  CONNECTED: hasStatus("CONNECTED"),
  PENDING: hasStatus("INVITED"),
  BLOCKED: sql`st.connection_status not in ('CONNECTED', 'INVITED') and st.blocked_until > now()`,
  READY: sql`${isOpen} and st.queue_until > now()`,
  ALMOST: sql`${isOpen} and st.almost_until > now() and coalesce(st.queue_until <= now(), true)`,
  BUILDING: sql`${isOpen} and coalesce(st.almost_until <= now(), true)`,
};

const missingRule = (rule: Rule) => sql`not ${isMet(rule)}`;

/** The heat that the decayed sum S has now. */
const heatOf = (s: number, owner: string) => sql`(select log_two(${s}::float8) + days_since_t0(now()) / half_life_days
  from policy_in_force(${owner}::uuid))`;

/** The sum S a band starts at: strength = 100 S ÷ (S + 8), so it is S that the heat must reach. */
const bandFrom: Record<Band, number | null> = { strong: 12, warm: 4, cool: (15 * 8) / 85, cold: null };
const bandBelow: Record<Band, Band | null> = { strong: null, warm: "strong", cool: "warm", cold: "cool" };

function bandIs(band: Band, owner: string): Prisma.Sql {
  const from = bandFrom[band];
  const above = bandBelow[band] && bandFrom[bandBelow[band]];
  const atLeast = from === null ? sql`true` : sql`st.heat >= ${heatOf(from, owner)}`;
  if (above === null) return atLeast;
  return from === null
    ? sql`(st.heat is null or st.heat < ${heatOf(above, owner)})`
    : sql`${atLeast} and st.heat < ${heatOf(above, owner)}`;
}

/** A range of the strength as a range of the heat; who has none has the strength 0, and nobody has 100. */
function strengthIs({ from, to }: Range, owner: string): Prisma.Sql {
  const both = [from && reaches(from, owner), to && staysBelow(to, owner)].filter((side) => side !== undefined);
  return join(both, " and ");
}

const sumOf = (strength: number) => (8 * strength) / (100 - strength);

function reaches({ at, open }: Bound, owner: string): Prisma.Sql {
  if (at <= 0) return open ? sql`st.heat is not null` : sql`true`;
  if (at >= 100) return sql`false`;
  return open ? sql`st.heat > ${heatOf(sumOf(at), owner)}` : sql`st.heat >= ${heatOf(sumOf(at), owner)}`;
}

function staysBelow({ at, open }: Bound, owner: string): Prisma.Sql {
  if (at <= 0) return open ? sql`false` : sql`st.heat is null`;
  if (at >= 100) return sql`true`;
  return open
    ? sql`(st.heat is null or st.heat < ${heatOf(sumOf(at), owner)})`
    : sql`(st.heat is null or st.heat <= ${heatOf(sumOf(at), owner)})`;
}

function lastIs(age: Age): Prisma.Sql {
  if (age === "never") return sql`st.last_interaction_at is null`;
  const units = { d: sql`days`, w: sql`weeks`, m: sql`months`, y: sql`years` };
  const moment = sql`now() - make_interval(${units[age.unit]} => ${age.count}::int)`;
  return age.within ? sql`st.last_interaction_at > ${moment}` : sql`st.last_interaction_at <= ${moment}`;
}

/** The ids of those of whom something soon ends; a query. */
function endsSoon(db: OwnerSql, soon: Ending): Prisma.Sql {
  if (soon === "touch") return dueContacts(db);
  return sql`select r.contact_id from contact_standing r
    where r.owner_id = ${db.owner}::uuid and ${soon === "fading" ? isFading : isLapsing}`;
}
