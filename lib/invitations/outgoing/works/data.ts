// Which invitations are accepted, by what is remembered of each. One count of all of them at once, added up per heading.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import { type Closeness, closeness, type Share, type Works } from "../schema";

type Row = { template: string | null; rules: number; met: Closeness | null; sent: number; accepted: number };

/**
 * Of invitations marked as sent here: those that ended, and those sent before `sentBefore` that wait for ever. What an
 * archive brought isn't counted: it doesn't say which were ignored and which are pending.
 */
export const isSettled = (db: OwnerDb, sentBefore: Date) => Prisma.sql`
  owner_id = ${db.owner}::uuid and direction = 'OUTGOING' and sent_rules_met is not null
  and (status in ('ACCEPTED', 'IGNORED', 'WITHDRAWN') or status = 'SENT' and sent_at <= ${sentBefore})`;

/** Of those of which the answers say something: see `isSettled`. */
export async function getWorks(db: OwnerDb, sentBefore: Date): Promise<Works> {
  const rows = await db.$queryRaw<Row[]>`
    select case when note ~ '[^[:space:]]' then template else '' end as template, sent_rules_met as rules,
      sent_met as met, count(*)::int as sent,
      count(*) filter (where status = 'ACCEPTED')::int as accepted
    from invitation
    where ${isSettled(db, sentBefore)}
    group by 1, 2, 3`;
  const place = (met: Closeness | null) => (met ? closeness.indexOf(met) : closeness.length);
  return {
    answered: rows.reduce((total, { sent }) => total + sent, 0),
    templates: shares(rows, ({ template }) => template).sort((a, b) => b.sent - a.sent),
    rules: shares(rows, ({ rules }) => rules).sort((a, b) => b.key - a.key),
    met: shares(rows, ({ met }) => met).sort((a, b) => place(a.key) - place(b.key)),
  };
}

function shares<Key>(rows: Row[], keyOf: (row: Row) => Key): Share<Key>[] {
  const found = new Map<Key, Share<Key>>();
  for (const row of rows) {
    const key = keyOf(row);
    const { sent, accepted } = found.get(key) ?? { sent: 0, accepted: 0 };
    found.set(key, { key, sent: sent + row.sent, accepted: accepted + row.accepted });
  }
  return [...found.values()];
}
