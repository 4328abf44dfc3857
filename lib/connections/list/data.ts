import "server-only";
import type { OwnerDb } from "@/lib/db";
import { type Rule, rules } from "@/lib/strength/schema";
import { Prisma } from "@/prisma/generated/client";
import type { ConnectionFilter, ConnectionPage, ConnectionSummary } from "../schema";

const { sql, empty } = Prisma;

/** Conditions on what is stored; st is contact_standing. */
const filters: Record<ConnectionFilter, Prisma.Sql> = {
  all: empty,
  thin: sql`and st.heat is null`,
  lapsed: sql`and least(st.desires_until, st.mutual_until, st.verified_until, st.vouched_until, st.warm_until) <= now()`,
  concerns: sql`and 'concern.open' = any(st.blockers)`,
};

/**
 * A page of those connected, the weakest first: whoever was never in touch, then by strength. `after` is the id the page
 * before ended with. The index on standings by heat, read backwards.
 */
export async function listConnections(
  db: OwnerDb,
  filter: ConnectionFilter,
  { after, limit = 30 }: { after?: string | undefined; limit?: number } = {},
): Promise<ConnectionPage> {
  const found = await db.$queryRaw<{ id: string }[]>`
    select st.contact_id as id
    from contact_standing st
    join contact c on c.owner_id = st.owner_id and c.id = st.contact_id
    where st.owner_id = ${db.owner}::uuid and c.connection_status = 'CONNECTED' and c.deleted_at is null
      ${filters[filter]} ${after ? await following(db, after) : empty}
    order by st.heat asc nulls first, st.contact_id desc
    limit ${limit + 1}`;
  const ids = found.slice(0, limit).map(({ id }) => id);
  return { items: await summaries(db, ids), next: found.length > limit ? (ids.at(-1) ?? null) : null };
}

/** Those after a contact in the list's order. Its heat may have changed since: then the list goes on from where it is now. */
async function following(db: OwnerDb, contactId: string): Promise<Prisma.Sql> {
  const standing = await db.contactStanding.findUnique({
    where: { ownerId_contactId: { ownerId: db.owner, contactId } },
    select: { heat: true },
  });
  if (!standing) return empty;
  const { heat } = standing;
  return heat === null
    ? sql`and (st.heat is not null or st.contact_id < ${contactId}::uuid)`
    : sql`and (st.heat > ${heat} or st.heat = ${heat} and st.contact_id < ${contactId}::uuid)`;
}

type Row = Record<Rule, boolean> & {
  id: string;
  fullName: string;
  about: string | null;
  connectedOn: Date | null;
  strength: number;
  last: Date | null;
  hasConcern: boolean;
};

async function summaries(db: OwnerDb, ids: string[]): Promise<ConnectionSummary[]> {
  const rows = await db.$queryRaw<Row[]>`
    select c.id, c.full_name as "fullName", c.connected_on as "connectedOn",
      coalesce(c.headline, nullif(concat_ws(', ', c.position, c.company), '')) as about,
      r.strength, r.last_interaction_at as last, 'concern.open' = any(r.blockers) as "hasConcern",
      r.knows, r.desires, r.mutual, r.verified, r.vouched, r.warm
    from contact c join relationship_strength r on r.owner_id = c.owner_id and r.contact_id = c.id
    where c.owner_id = ${db.owner}::uuid and c.id = any(${ids}::uuid[])`;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [toSummary(row)] : [];
  });
}

function toSummary({ id, fullName, about, strength, hasConcern, connectedOn, last, ...met }: Row): ConnectionSummary {
  return {
    id,
    fullName,
    about,
    strength,
    hasConcern,
    connectedOn: connectedOn?.toISOString().slice(0, 10) ?? null,
    last: last?.toISOString() ?? null,
    unmet: rules.filter((rule) => !met[rule]),
  };
}
