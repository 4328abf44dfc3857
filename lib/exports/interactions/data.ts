import "server-only";
import type { OwnerDb } from "@/lib/db";
import { withPlainNotes } from "@/lib/mentions/data";
import { Prisma } from "@/prisma/generated/client";
import { pageCharacters } from "../pages";
import type { TakenInteraction } from "./schema";

const { sql, empty } = Prisma;

/**
 * The owner's interactions by id, at most `most` and no more than a page after `after`; those only with people in the
 * trash have nobody.
 */
export async function listInteractionsToTake(
  db: OwnerDb,
  after: string | null,
  most: number,
): Promise<TakenInteraction[]> {
  const found = await db.$queryRaw<Row[]>`
    ${selected(sql`(
      select *, sum(octet_length(notes)) over (order by id rows between unbounded preceding and 1 preceding) as before
      from interaction
      where owner_id = ${db.owner}::uuid ${after ? sql`and id > ${after}::uuid` : empty}
      order by id limit ${most})`)}
    where coalesce(i.before, 0) < ${pageCharacters} order by i.id`;
  return (await withPlainNotes(db, found)).map(taken);
}

/** The newest since a moment, at most `most`. */
export async function listNewestInteractions(db: OwnerDb, since: Date, most: number): Promise<TakenInteraction[]> {
  const found = await db.$queryRaw<Row[]>`
    ${selected(sql`interaction`)}
    where i.owner_id = ${db.owner}::uuid and i.occurred_at >= ${since} order by i.occurred_at desc, i.id limit ${most}`;
  return (await withPlainNotes(db, found)).map(taken);
}

// One query a page: a million interactions with their people through relations take three times as long.
const selected = (interactions: Prisma.Sql) => sql`
  select i.id, i.kind, i.direction, i.depth, i.occurred_at as "occurredAt", i.updated_at as "updatedAt",
    i.group_size as "groupSize", i.confirmed, i.notes,
    array(
      select c.full_name
      from interaction_contact ic
      join contact c on c.owner_id = ic.owner_id and c.id = ic.contact_id and c.deleted_at is null
      where ic.owner_id = i.owner_id and ic.interaction_id = i.id
      order by c.full_name, c.id
    ) as people
  from ${interactions} i`;

type Row = Omit<TakenInteraction, "occurredAt" | "updatedAt"> & { occurredAt: Date; updatedAt: Date };

const taken = (row: Row): TakenInteraction => ({
  ...row,
  occurredAt: row.occurredAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});
