import "server-only";
import type { OwnerSql } from "@/lib/db";
import type { Band, BlockerCode, MissingCode, Rule, Standing, Until, Verdict } from "./schema";

/** Rows come as JSON, because 'infinity' is no date to JavaScript. */
type Moment = string | null;
type StoredStanding = Record<`${Rule}_until`, Moment> & {
  blocked_until: Moment;
  cooldown_until: Moment;
  evidence_until: Moment;
  ready_until: Moment;
  last_interaction_at: Moment;
  interaction_count: number;
  two_way_days: number;
};
type Reading = Record<Rule, boolean> & {
  verdict: Verdict;
  strength: number;
  s: number;
  band: Band;
  rules_met: number;
  missing: MissingCode[];
  blockers: BlockerCode[];
};
type Row = { at: Date; standing: StoredStanding | null; reading: Reading };

/**
 * The standing of one contact now, or at a moment (ISO): a past one from the facts dated up to then, a future one as
 * it will be if nothing happens. Null where the contact isn't the owner's or is in the trash.
 */
export async function getStanding(db: OwnerSql, contactId: string, at?: string): Promise<Standing | null> {
  const moment = at ?? new Date().toISOString();
  const isPast = Date.parse(moment) < Date.now();
  const rows = at && isPast ? await rowAsOf(db, contactId, moment) : await rowAt(db, contactId, at ?? null);
  const [row] = rows;
  return row ? toStanding(contactId, row) : null;
}

function rowAt(db: OwnerSql, contactId: string, at: string | null): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    select m.at, to_jsonb(st) as standing, to_jsonb(r) as reading
    from (select coalesce(${at}::timestamptz, now()) as at) m
    cross join contact c
    left join contact_standing st on st.owner_id = c.owner_id and st.contact_id = c.id
    cross join lateral read_standing(st, c.connection_status, m.at) r
    where c.owner_id = ${db.owner}::uuid and c.id = ${contactId}::uuid and c.deleted_at is null`;
}

function rowAsOf(db: OwnerSql, contactId: string, at: string): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    select m.at, to_jsonb(st) as standing, to_jsonb(r) as reading
    from (select ${at}::timestamptz as at) m
    cross join contact c
    cross join lateral standing_as_of(c.owner_id, c.id, m.at) st
    cross join lateral read_standing(st, connection_status_as_of(c.owner_id, c.id, m.at), m.at) r
    where c.owner_id = ${db.owner}::uuid and c.id = ${contactId}::uuid and c.deleted_at is null`;
}

function toStanding(contactId: string, { at, standing: st, reading: r }: Row): Standing {
  const rule = (name: Rule) => ({ met: r[name], until: until(st?.[`${name}_until`]) });
  return {
    contactId,
    at: at.toISOString(),
    verdict: r.verdict,
    strength: r.strength,
    s: r.s,
    band: r.band,
    rulesMet: r.rules_met,
    rules: {
      knows: rule("knows"),
      desires: rule("desires"),
      mutual: rule("mutual"),
      verified: rule("verified"),
      vouched: rule("vouched"),
      warm: rule("warm"),
    },
    missing: r.missing,
    blockers: r.blockers,
    blockedUntil: until(st?.blocked_until),
    cooldownUntil: until(st?.cooldown_until),
    evidenceUntil: until(st?.evidence_until),
    readyUntil: until(st?.ready_until),
    lastInteractionAt: until(st?.last_interaction_at),
    interactionCount: st?.interaction_count ?? 0,
    twoWayDays: st?.two_way_days ?? 0,
  };
}

function until(moment: Moment | undefined): Until {
  if (!moment) return null;
  return moment === "infinity" ? "forever" : new Date(moment).toISOString();
}
