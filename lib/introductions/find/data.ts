// "Who could introduce me to someone at …": the people there, and for each the ties of the owner's that lead to them.
import "server-only";
import { searchWords } from "@/lib/contacts/list/search-words";
import type { OwnerDb } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import { type Answer, type Introducer, type Target, type Tie, ties } from "../schema";
import { foldWord, isOneSlip, slipPatterns } from "./slips";

const { sql } = Prisma;

/** Of more people than that, any that many are looked at. */
const mostMatches = 1_000;
/** Of those whose record holds a word like the one typed, so many tell which word it is. */
const mostAlike = 100;
/** Ties that are asked for, the strongest first; and whoever took part in an introduction or a meeting. */
const mostTies = 300;
/** People shown, and ways to each. */
const mostTargets = 10;
const mostWays = 3;

/**
 * Who works at, is tagged or has to do with `question`, the strongest ties first, and who could introduce the owner to
 * each of them. Nobody is named whom the owner doesn't want to connect with or about whom a concern is open. A word that
 * nobody's record holds is taken for the one most like it. Look-ups by index alone, however many contacts there are.
 */
export async function findIntroductions(db: OwnerDb, question: string): Promise<Answer> {
  const words = searchWords(question);
  const found = await findTargets(db, words);
  if (found.length > 0) return answer(db, found, []);
  const meant = await wordsMeant(db, words);
  if (meant.length === 0) return { targets: [], isMore: false, meant: [] };
  const instead = words.map((typed) => meant.find((pair) => pair.typed === typed)?.word ?? typed);
  return answer(db, await findTargets(db, instead), meant);
}

type Found = Omit<Target, "introducers" | "isDirect">;

async function answer(db: OwnerDb, found: Found[], meant: Answer["meant"]): Promise<Answer> {
  const shown = found.slice(0, mostTargets);
  const ways = await findWays(
    db,
    shown.map(({ id }) => id),
  );
  return {
    meant: shown.length > 0 ? meant : [],
    isMore: found.length > shown.length,
    targets: shown.map((target) => ({
      ...target,
      isDirect: target.band === "strong" || target.band === "warm",
      introducers: ways.get(target.id) ?? [],
    })),
  };
}

const isWelcome = sql`c.deleted_at is null and (st.blocked_until is null or st.blocked_until < 'infinity')`;

/** The strongest ties first; one more than are shown, where there are more. Looks no further once it has them. */
async function findTargets(db: OwnerDb, words: string[]): Promise<Found[]> {
  return db.$queryRaw<Found[]>`
    with pattern as materialized (select array_agg(search_pattern(word)) as words from unnest(${words}::text[]) as word),
    match as materialized (
      select st.contact_id as id, st.heat, st.blocked_until
      from find_contacts(${words}::text[], ${mostMatches}::int) as found (id)
      join contact_standing st on st.owner_id = ${db.owner}::uuid and st.contact_id = found.id
      order by st.heat desc nulls last, st.contact_id
    ), shown as materialized (
      select c.id, st.heat, p.place, p.value
      from match st
      join lateral (select id, company, position, headline, expertise, deleted_at from contact
        where owner_id = ${db.owner}::uuid and id = st.id offset 0) c on true
      cross join pattern
      cross join lateral (
        select place, value from (
          select 1 as rank, 'COMPANY' as place, c.company as value
          union all select 2, 'ROLE', c.position
          union all select 2, 'ROLE', c.headline
          union all select 3, 'TAG', t.name from contact_tag ct join tag t on t.owner_id = ct.owner_id and t.id = ct.tag_id
            where ct.owner_id = ${db.owner}::uuid and ct.contact_id = c.id
          union all select 4, 'EXPERTISE', c.expertise
        ) said
        where search_fold(value) like all (pattern.words)
        order by rank limit 1
      ) p
      where ${isWelcome}
      limit ${mostTargets + 1}::int
    )
    select c.id, c.full_name as "fullName", c.company, c.position, r.strength, r.band, shown.place, shown.value
    from shown
    join contact c on c.owner_id = ${db.owner}::uuid and c.id = shown.id
    join relationship_strength r on r.owner_id = c.owner_id and r.contact_id = c.id
    order by shown.heat desc nulls last, shown.id`;
}

type Way = Omit<Introducer, "at"> & { targetId: string; at: Date | null };

/** For each target the ties that lead there: the stronger band first, then what joins the two, then the stronger tie. */
async function findWays(db: OwnerDb, targets: string[]): Promise<Map<string, Introducer[]>> {
  if (targets.length === 0) return new Map();
  const owner = sql`${db.owner}::uuid`;
  const ids = sql`any(${targets}::uuid[])`;
  const rows = await db.$queryRaw<Way[]>`
    with strongest as materialized (
      select contact_id as id from contact_standing
      where owner_id = ${owner} and heat is not null
      order by heat desc nulls last limit ${mostTies}::int
    ), target as materialized (
      select id, search_fold(btrim(company)) as company, search_fold(btrim(location)) as location, ${fields(sql`expertise`)} as fields
      from contact where owner_id = ${owner} and id = ${ids}
    ), near as materialized (
      select c.id, c.company, c.location, search_fold(btrim(c.company)) as company_key,
        search_fold(btrim(c.location)) as location_key, ${fields(sql`c.expertise`)} as fields
      from strongest join contact c on c.owner_id = ${owner} and c.id = strongest.id
    ), way (target_id, id, tie, value, at) as (
      select introduced_contact_id, contact_id, case direction when 'RECEIVED' then 'introducedYou' else 'youIntroduced' end,
        null, occurred_at
      from support_act where owner_id = ${owner} and introduced_contact_id = ${ids}
      union all
      select contact_id, introduced_contact_id, 'introducedByThem', null, occurred_at
      from support_act where owner_id = ${owner} and contact_id = ${ids} and direction = 'RECEIVED' and introduced_contact_id is not null
      union all
      select here.contact_id, beside.contact_id, 'metTogether', null, i.occurred_at
      from interaction_contact here
      join interaction_contact beside on beside.owner_id = here.owner_id and beside.interaction_id = here.interaction_id
      join interaction i on i.owner_id = here.owner_id and i.id = here.interaction_id and i.direction = 'JOINT' and i.confirmed
      where here.owner_id = ${owner} and here.contact_id = ${ids}
      union all
      select t.id, near.id, 'company', near.company, null from target t join near on near.company_key = t.company where t.company <> ''
      union all
      select has.contact_id, near.id, 'tag', tag.name, null
      from contact_tag has
      join tag on tag.owner_id = has.owner_id and tag.id = has.tag_id
      join contact_tag too on too.owner_id = has.owner_id and too.tag_id = has.tag_id
      join near on near.id = too.contact_id
      where has.owner_id = ${owner} and has.contact_id = ${ids}
      union all
      select t.id, near.id, 'expertise', shared.fields, null
      from target t join near on near.fields && t.fields
      cross join lateral (
        select string_agg(field, ', ') as fields from unnest(near.fields) as field where field = any(t.fields)) shared
      union all
      select t.id, near.id, 'location', near.location, null from target t join near on near.location_key = t.location where t.location <> ''
    ), best as (
      select distinct on (target_id, id) target_id, id, tie, value, at
      from way where id <> target_id
      order by target_id, id, array_position(${[...ties]}::text[], tie), at desc nulls last, value
    ), welcome as (
      select best.*, c.full_name, st.heat
      from best
      join contact c on c.owner_id = ${owner} and c.id = best.id
      join contact_standing st on st.owner_id = c.owner_id and st.contact_id = c.id
      where ${isWelcome}
    ), placed as (
      select w.*, r.strength, r.band, row_number() over (
        partition by w.target_id
        order by array_position(array['strong', 'warm', 'cool', 'cold'], r.band), array_position(${[...ties]}::text[], w.tie),
          w.heat desc nulls last, w.id) as place
      from welcome w join relationship_strength r on r.owner_id = ${owner} and r.contact_id = w.id
    )
    select target_id as "targetId", id, full_name as "fullName", strength, band, tie, value, at
    from placed where place <= ${mostWays}::int order by target_id, place`;
  const ways = new Map<string, Introducer[]>();
  for (const { targetId, at, tie, ...way } of rows) {
    ways.set(targetId, [
      ...(ways.get(targetId) ?? []),
      { ...way, tie: tie satisfies Tie, at: at?.toISOString() ?? null },
    ]);
  }
  return ways;
}

/** The words of a text that may name a field: of four letters and more, folded. */
const fields = (text: Prisma.Sql) => sql`
  array(select distinct word from regexp_split_to_table(search_fold(coalesce(${text}, '')), '[^[:alnum:]]+') as word
        where length(word) >= 4)`;

/** For each word that nobody's record holds, the most frequent one a slip away from it in companies, tags, roles and expertise. */
async function wordsMeant(db: OwnerDb, words: string[]): Promise<Answer["meant"]> {
  const meant: Answer["meant"] = [];
  for (const typed of words.filter((word) => [...word].length >= 4)) {
    const folded = foldWord(typed);
    const known = await db.$queryRaw<{ word: string; written: string }[]>`
      with like_it as materialized (select id from find_contacts_like(${slipPatterns(folded)}::text[], ${mostAlike}::int) as id),
      said (value) as (
        select value from like_it
        join contact c on c.owner_id = ${db.owner}::uuid and c.id = like_it.id
        cross join lateral (values (c.company), (c.position), (c.headline), (c.expertise)) as said (value)
        where c.deleted_at is null
        union all
        select t.name from like_it
        join contact_tag ct on ct.owner_id = ${db.owner}::uuid and ct.contact_id = like_it.id
        join tag t on t.owner_id = ct.owner_id and t.id = ct.tag_id
      )
      select search_fold(written) as word, min(written) as written
      from said cross join lateral regexp_split_to_table(value, '[^[:alnum:]]+') as written
      where length(written) >= 3
      group by 1 order by count(*) desc, 1`;
    if (known.some(({ word }) => word.includes(folded))) continue;
    const found = known.find(({ word }) => isOneSlip(folded, word));
    if (found) meant.push({ typed, word: found.written });
  }
  return meant;
}
