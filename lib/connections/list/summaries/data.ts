import "server-only";
import type { OwnerSql } from "@/lib/db";
import { type Rule, rules } from "@/lib/strength/schema";
import { isUntestedByKey } from "../../groups/data";
import { isToRemove } from "../../removal/condition/data";
import type { ConnectionSummary, Reason } from "../../schema";

type Row = Record<Rule, boolean> & {
  id: string;
  fullName: string;
  about: string | null;
  connectedOn: string | null;
  strength: number;
  last: Date | null;
  reason: Reason;
  concern: string | null;
  lapsedRule: Rule | null;
  lapsedAt: Date | null;
  isUntested: boolean;
  isOnRemovalList: boolean;
};

/** What the rows of the review say about these contacts, in the order given. */
export async function readSummaries(db: OwnerSql, ids: string[]): Promise<ConnectionSummary[]> {
  if (ids.length === 0) return [];
  const rows = await db.$queryRaw<Row[]>`
    select c.id, c.full_name as "fullName", c.connected_on::text as "connectedOn",
      coalesce(c.headline, nullif(concat_ws(', ', c.position, c.company), '')) as about,
      r.strength, r.last_interaction_at as last, r.knows, r.desires, r.mutual, r.verified, r.vouched, r.warm,
      case
        when 'concern.open' = any(r.blockers) then 'concern'
        when 'contact.do_not_connect' = any(r.blockers) then 'doNotConnect'
        when a.would_introduce = 'NO' then 'notIntroduced'
        when st.heat is null then 'thin'
        when ended.rule is not null then 'lapsed'
        when r.rules_met = 6 then 'whole'
        else 'missing'
      end as reason,
      case when 'concern.open' = any(r.blockers) then (
        select nullif(k.claim, '') from credential_check k
        where k.owner_id = c.owner_id and k.contact_id = c.id and k.finding = 'CONCERN' and k.resolved_at is null
        order by k.checked_at desc limit 1) end as concern,
      ended.rule as "lapsedRule", ended.at as "lapsedAt",
      ${isUntestedByKey(db)} as "isUntested",
      exists (select from removal m where m.owner_id = c.owner_id and m.contact_id = c.id and ${isToRemove}) as "isOnRemovalList"
    from unnest(${ids}::uuid[]) as shown (id)
    -- each by its key (offset 0): a join may be planned as one with everybody
    cross join lateral (select c.* from contact c where c.owner_id = ${db.owner}::uuid and c.id = shown.id offset 0) c
    cross join lateral (
      select r.* from relationship_strength r where r.owner_id = ${db.owner}::uuid and r.contact_id = shown.id offset 0) r
    cross join lateral (
      select st.* from contact_standing st where st.owner_id = ${db.owner}::uuid and st.contact_id = shown.id offset 0) st
    left join lateral (
      select a.would_introduce from assessment a where a.owner_id = ${db.owner}::uuid and a.contact_id = shown.id offset 0) a on true
    left join lateral (
      select rule, at
      from (values ('desires', st.desires_until), ('mutual', st.mutual_until), ('verified', st.verified_until),
        ('vouched', st.vouched_until), ('warm', st.warm_until)) as ends (rule, at)
      where at <= now() order by at limit 1) ended on true`;
  const byId = new Map(rows.map((row) => [row.id, toSummary(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function toSummary({ last, lapsedRule, lapsedAt, ...row }: Row): ConnectionSummary {
  const { knows, desires, mutual, verified, vouched, warm, ...rest } = row;
  const holding = { knows, desires, mutual, verified, vouched, warm };
  return {
    ...rest,
    last: last?.toISOString() ?? null,
    met: rules.filter((rule) => holding[rule]),
    lapsed: lapsedRule && lapsedAt && { rule: lapsedRule, at: lapsedAt.toISOString() },
  };
}
