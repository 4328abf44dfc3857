import "server-only";
import { selected } from "@/lib/contacts/list/bulk/data";
import type { Selection } from "@/lib/contacts/list/bulk/schema";
import type { OwnerDb } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import { pageCharacters } from "../pages";
import type { TakenContact } from "./schema";

const { sql, empty } = Prisma;

type Row = Omit<TakenContact, "createdAt" | "updatedAt"> & { createdAt: Date; updatedAt: Date };

/**
 * The owner's contacts outside the trash (of them those selected) by id, at most `most` and no more than a page after `after`. One query a page:
 * with its points, slugs and tags through relations a page takes four, and far more memory.
 */
export async function listContactsToTake(
  db: OwnerDb,
  after: string | null,
  most: number,
  selection?: Selection,
): Promise<TakenContact[]> {
  const found = await db.$queryRaw<Row[]>`
    select c.id, c.full_name as "fullName", c.headline, c.company, c.position, c.location, c.how_we_met as "howWeMet",
      c.expertise, c.geographic_barrier as "geographicBarrier", c.do_not_connect as "doNotConnect",
      c.connection_status as "connectionStatus", c.connected_on::text as "connectedOn", c.notes,
      c.created_at as "createdAt", c.updated_at as "updatedAt",
      (
        select coalesce(json_agg(json_build_object('kind', p.kind, 'label', p.label, 'value', p.value) order by p.id), '[]')
        from contact_point p where p.owner_id = c.owner_id and p.contact_id = c.id
      ) as points,
      array(
        select a.slug from linkedin_alias a where a.owner_id = c.owner_id and a.contact_id = c.id
        order by a.last_seen desc, a.id
      ) as slugs,
      array(
        select t.name from contact_tag ct join tag t on t.owner_id = ct.owner_id and t.id = ct.tag_id
        where ct.owner_id = c.owner_id and ct.contact_id = c.id order by t.name
      ) as tags
    from (
      select *, sum(coalesce(octet_length(notes), 0) + coalesce(octet_length(how_we_met), 0) + coalesce(octet_length(expertise), 0))
                  over (order by id rows between unbounded preceding and 1 preceding) as before
      from contact
      where owner_id = ${db.owner}::uuid and deleted_at is null ${after ? sql`and id > ${after}::uuid` : empty}
        ${selection ? sql`and id in (${await selected(db, selection)})` : empty}
      order by id limit ${most}
    ) c
    where coalesce(before, 0) < ${pageCharacters}
    order by c.id`;
  return found.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }));
}
