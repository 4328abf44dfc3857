import "server-only";
import { linkedInAddress } from "@/lib/contacts/linkedin-address";
import type { OwnerDb, OwnerSql } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { Prisma } from "@/prisma/generated/client";
import { requireMove } from "../data";
import { isToRemove } from "./condition/data";
import type { Removal, RemovalList, RemovalPage } from "./schema";

const { sql, empty } = Prisma;

/** Refuses whoever isn't connected: `notFound`, `notConnected`. */
export async function requireConnection(db: OwnerDb, contactId: string): Promise<void> {
  const contact = await db.contact.findFirst({
    where: { ownerId: db.owner, id: contactId, deletedAt: null },
    select: { connectionStatus: true },
  });
  if (!contact) throw new Refusal("notFound");
  if (contact.connectionStatus !== "CONNECTED") throw new Refusal("notConnected");
}

/**
 * Puts a connection on the list of whom to remove. Who is on it stays, with the reason written first; who was removed once
 * and is connected again is on it anew. Throws the Refusals of requireConnection.
 */
export async function addRemoval(db: OwnerDb, contactId: string, reason: string | null): Promise<void> {
  await requireConnection(db, contactId);
  await db.$executeRaw`
    insert into removal as m (owner_id, contact_id, reason) values (${db.owner}::uuid, ${contactId}::uuid, ${reason})
    on conflict (owner_id, contact_id) do update set reason = excluded.reason, created_at = now(), removed_at = null
    where not exists (select from contact c where c.owner_id = m.owner_id and c.id = m.contact_id and ${isToRemove})`;
}

/** Takes them off the list; nothing else changes. */
export async function dropRemoval(db: OwnerDb, contactId: string): Promise<void> {
  const { count } = await db.removal.deleteMany({ where: { ownerId: db.owner, contactId, removedAt: null } });
  if (count === 0) throw new Refusal("notFound");
}

/** The owner's own words. */
export async function explainRemoval(db: OwnerDb, contactId: string, reason: string | null): Promise<void> {
  const { count } = await db.removal.updateMany({ where: { ownerId: db.owner, contactId }, data: { reason } });
  if (count === 0) throw new Refusal("notFound");
}

/** The connection was removed on LinkedIn. The day it began stays, so that this can be undone. */
export async function markRemoved(db: OwnerDb, contactId: string): Promise<void> {
  await requireMove(db, contactId, ["CONNECTED"], { connectionStatus: "REMOVED" });
  await db.removal.updateMany({ where: { ownerId: db.owner, contactId }, data: { removedAt: new Date() } });
}

/** Connected after all, and on the list as before. */
export async function undoRemoved(db: OwnerDb, contactId: string): Promise<void> {
  await requireMove(db, contactId, ["REMOVED"], { connectionStatus: "CONNECTED" });
  await db.removal.updateMany({ where: { ownerId: db.owner, contactId }, data: { removedAt: null } });
}

/** Done is whoever isn't connected any more, whoever said so: the owner here, or LinkedIn's newest file. */
const lists: Record<RemovalList, Prisma.Sql> = {
  open: isToRemove,
  done: sql`c.connection_status = 'REMOVED' and c.deleted_at is null`,
};

export async function countRemovals(db: OwnerSql): Promise<Record<RemovalList, number>> {
  const [counts] = await db.$queryRaw<Record<RemovalList, number>[]>`
    select count(*) filter (where ${lists.open})::int as open, count(*) filter (where ${lists.done})::int as done
    from removal m cross join lateral (
      -- each by its key (offset 0): a join may be planned as one with everybody
      select c.* from contact c where c.owner_id = ${db.owner}::uuid and c.id = m.contact_id offset 0
    ) c
    where m.owner_id = ${db.owner}::uuid`;
  return counts ?? { open: 0, done: 0 };
}

/** Who was put on the list last comes first. `after` is the contact the page before ended with. */
export async function listRemovals(
  db: OwnerDb,
  list: RemovalList,
  { after, limit = 30 }: { after?: string | undefined; limit?: number } = {},
): Promise<RemovalPage> {
  const from = after
    ? sql`and coalesce((m.created_at, m.contact_id) < (
        select l.created_at, l.contact_id from removal l
        where l.owner_id = m.owner_id and l.contact_id = ${after}::uuid), true)`
    : empty;
  type Row = Omit<Removal, "address" | "createdAt" | "removedAt"> & {
    slug: string | null;
    createdAt: Date;
    removedAt: Date | null;
  };
  const rows = await db.$queryRaw<Row[]>`
    select c.id as "contactId", c.full_name as "fullName", c.connected_on::text as "connectedOn",
      coalesce(c.headline, nullif(concat_ws(', ', c.position, c.company), '')) as about,
      (select l.slug from linkedin_alias l where l.owner_id = c.owner_id and l.contact_id = c.id
       order by l.last_seen desc limit 1) as slug,
      m.reason, m.created_at as "createdAt", m.removed_at as "removedAt"
    from removal m join contact c on c.owner_id = m.owner_id and c.id = m.contact_id
    where m.owner_id = ${db.owner}::uuid and ${lists[list]} ${from}
    order by m.created_at desc, m.contact_id desc
    limit ${limit + 1}`;
  const items = rows.slice(0, limit).map(({ slug, createdAt, removedAt, ...row }) => ({
    ...row,
    address: slug ? linkedInAddress(slug) : null,
    createdAt: createdAt.toISOString(),
    removedAt: removedAt?.toISOString() ?? null,
  }));
  return { items, next: rows.length > limit ? (items.at(-1)?.contactId ?? null) : null };
}
