import "server-only";
import type { OwnerDb } from "@/lib/db";
import type { InteractionKind } from "@/lib/interactions/words";
import type { DayOfContact, Heat, StrengthHistory } from "./schema";

/** A UTC day, as the rule counts days. */
type Happened = { day: string; kind: InteractionKind; count: number; interactionId: string };

/**
 * Every day since `since` (ISO) on which something counted happened with a contact, and how things stood before. Two
 * passes over the contact's interactions, however many there are.
 */
export async function getStrengthHistory(db: OwnerDb, contactId: string, since: string): Promise<StrengthHistory> {
  const heats = await db.$queryRaw<(Heat & { day: string; inSpan: boolean })[]>`
    select extract(epoch from at)::float8 * 1000 as at, heat, to_char(at at time zone 'UTC', 'YYYY-MM-DD') as day,
      at > ${since}::timestamptz as "inSpan"
    from heat_history(${db.owner}::uuid, ${contactId}::uuid, ${since}::timestamptz)`;
  const [before] = heats.filter(({ inSpan }) => !inSpan);
  const happened = await listHappened(db, contactId, since);
  const [beside] = await db.$queryRaw<
    { earlier: number; firstAt: number | null; halfLifeDays: number; warmAt: number }[]
  >`
    select counted.earlier, counted.first_at as "firstAt", policy.half_life_days as "halfLifeDays", policy.warm_at as "warmAt"
    from policy_in_force(${db.owner}::uuid) policy cross join (
      select (count(*) filter (where i.occurred_at <= ${since}::timestamptz))::int as earlier,
        extract(epoch from min(i.occurred_at))::float8 * 1000 as first_at
      from interaction_contact ic join interaction i on i.owner_id = ic.owner_id and i.id = ic.interaction_id
      where ic.owner_id = ${db.owner}::uuid and ic.contact_id = ${contactId}::uuid and i.confirmed
    ) counted`;
  if (!beside) throw new Error("policy_in_force and a count answer for everybody");
  return {
    days: heats.filter(({ inSpan }) => inSpan).map((row) => dayOfContact(row, happened.get(row.day) ?? [])),
    before: before ? { at: before.at, heat: before.heat } : null,
    ...beside,
  };
}

async function listHappened(db: OwnerDb, contactId: string, since: string): Promise<Map<string, Happened[]>> {
  const rows = await db.$queryRaw<Happened[]>`
    select to_char(i.occurred_at at time zone 'UTC', 'YYYY-MM-DD') as day, i.kind, count(*)::int as count,
      min(i.id::text) as "interactionId"
    from interaction_contact ic join interaction i on i.owner_id = ic.owner_id and i.id = ic.interaction_id
    where ic.owner_id = ${db.owner}::uuid and ic.contact_id = ${contactId}::uuid and i.confirmed
      and i.occurred_at > ${since}::timestamptz
    group by 1, 2 order by 1, 2`;
  const days = new Map<string, Happened[]>();
  for (const row of rows) days.set(row.day, [...(days.get(row.day) ?? []), row]);
  return days;
}

function dayOfContact({ at, heat }: Heat, happened: Happened[]): DayOfContact {
  const [only] = happened;
  return {
    at,
    heat,
    kinds: happened.map(({ kind, count }) => ({ kind, count })),
    interactionId: happened.length === 1 && only?.count === 1 ? only.interactionId : null,
  };
}
