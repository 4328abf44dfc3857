import "server-only";
import type { OwnerSql } from "@/lib/db";
import { type Cursor, writeCursor } from "../cursor";
import type { ContactSummary } from "../query";

/** As much of how somebody was met as a row has room for. */
const glimpse = 120;

/** What the list shows of these contacts, in the order given. */
export async function summaries(db: OwnerSql, rows: Cursor[]): Promise<ContactSummary[]> {
  if (rows.length === 0) return [];
  type Row = Omit<ContactSummary, "cursor" | "lastInteractionAt" | "createdAt"> & {
    lastInteractionAt: Date | null;
    createdAt: Date;
  };
  const found = await db.$queryRaw<Row[]>`
    select c.id, c.full_name as "fullName", c.company, c.position, c.location, left(c.how_we_met, ${glimpse}::int) as "howWeMet",
      c.connection_status as "connectionStatus", c.connected_on::text as "connectedOn", c.created_at as "createdAt",
      r.verdict, r.strength, r.rules_met as "rulesMet", r.last_interaction_at as "lastInteractionAt",
      case when r.ready_until = 'infinity' then 'forever'
        when r.ready_until > now() then to_char(r.ready_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') end as "readyUntil",
      (
        select json_build_object('title', f.title, 'dueOn', f.due_on)
        from follow_up f where f.owner_id = c.owner_id and f.contact_id = c.id and f.done_at is null
        order by f.due_on, f.id limit 1) as "followUp",
      coalesce((
        select json_agg(json_build_object('id', t.id, 'name', t.name) order by lower(t.name))
        from contact_tag ct join tag t on t.owner_id = ct.owner_id and t.id = ct.tag_id
        where ct.owner_id = c.owner_id and ct.contact_id = c.id), '[]') as tags
    from unnest(${rows.map(({ id }) => id)}::uuid[]) as shown (id)
    -- each by its key (offset 0): just after an import a join goes through all of an owner's for each of them
    cross join lateral (select * from contact where owner_id = ${db.owner}::uuid and id = shown.id offset 0) c
    cross join lateral (
      select * from relationship_strength where owner_id = ${db.owner}::uuid and contact_id = shown.id offset 0) r`;
  const byId = new Map(found.map((row) => [row.id, row]));
  return rows.flatMap((cursor) => {
    const row = byId.get(cursor.id);
    if (!row) return [];
    const { lastInteractionAt, createdAt } = row;
    return [
      {
        ...row,
        cursor: writeCursor(cursor),
        lastInteractionAt: lastInteractionAt?.toISOString() ?? null,
        createdAt: createdAt.toISOString(),
      },
    ];
  });
}
