// Who is fading or lapsing, and how many of each. Every list filters on stored moments, which are ranges of
// indexes on contact_standing; the view only explains the rows that were found.
import "server-only";
import type { OwnerDb, OwnerSql } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import { bands, type LaneRow, lanes, type Overview, verdicts } from "../schema";

const { sql } = Prisma;

export type Row = Omit<LaneRow, "until" | "lastInteractionAt"> & {
  heat: number;
  until: Date | null;
  lastInteractionAt: Date | null;
};

/** 'infinity' comes as null: a lane only has rows with a moment, so nothing else is null. */
export const columns = (until: Prisma.Sql) => sql`
  r.contact_id as "contactId", r.heat, r.strength, r.band, r.two_way_days as "twoWayDays",
  r.last_interaction_at as "lastInteractionAt", nullif(${until}, 'infinity') as until,
  c.full_name as "fullName", c.headline, c.company, c.position`;
export const people = sql`relationship_strength r join contact c on c.owner_id = r.owner_id and c.id = r.contact_id`;

/** Conditions on a standing `r`, for lanes and lists. */
export const isFading = sql`r.warm_until > now() and r.warm_until <= now() + fading_for()`;
export const isLapsing = sql`
  r.evidence_until > now() and r.evidence_until <= now() + lapsing_for()`;

/** Warm today, no longer warm within three weeks: the first to go first. */
export async function listFading(db: OwnerDb, limit = 20): Promise<LaneRow[]> {
  const rows = await db.$queryRaw<Row[]>`
    select ${columns(sql`r.warm_until`)} from ${people}
    where r.owner_id = ${db.owner}::uuid and ${isFading}
    order by r.warm_until, r.contact_id limit ${limit}::int`;
  return rows.map(toLaneRow);
}

/** What is known about them runs out within a month: the first to lapse first. */
export async function listLapsing(db: OwnerDb, limit = 20): Promise<LaneRow[]> {
  const rows = await db.$queryRaw<Row[]>`
    select ${columns(sql`r.evidence_until`)} from ${people}
    where r.owner_id = ${db.owner}::uuid and ${isLapsing}
    order by r.evidence_until, r.contact_id limit ${limit}::int`;
  return rows.map(toLaneRow);
}

/**
 * How many contacts have each verdict, are in each band, and are in the fading and the lapsing lane: from counts that are
 * kept, whatever the number of contacts.
 */
export async function countOverview(db: OwnerSql): Promise<Overview> {
  const rows = await db.$queryRaw<{ reading: string; contacts: number }[]>`
    select reading, contacts from count_standings(${db.owner}::uuid, now())`;
  const found = new Map(rows.map(({ reading, contacts }) => [reading, contacts]));
  const counts = <Key extends string>(keys: readonly Key[]) =>
    Object.fromEntries(keys.map((key) => [key, found.get(key) ?? 0])) as Record<Key, number>;
  return { verdicts: counts(verdicts), bands: counts(bands), lanes: counts(lanes) };
}

export function toLaneRow({ heat: _, until, lastInteractionAt, ...row }: Row): LaneRow {
  return {
    ...row,
    until: until?.toISOString() ?? "forever",
    lastInteractionAt: lastInteractionAt?.toISOString() ?? null,
  };
}
