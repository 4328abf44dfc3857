// The tables a list is read from: st is contact_standing, s contact_search, c contact, and everybody has a row in each. The
// standing says who is there at all: who is in the trash has no status in it.
import "server-only";
import { inTrash } from "@/lib/contacts/trash/condition/data";
import type { OwnerSql } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import type { Term } from "../filter/terms";

const { sql, join, empty } = Prisma;

const places = {
  standing: { table: sql`contact_standing st`, row: sql`st`, owner: sql`st.owner_id`, id: sql`st.contact_id` },
  search: { table: sql`contact_search s`, row: sql`s`, owner: sql`s.owner_id`, id: sql`s.contact_id` },
  contact: { table: sql`contact c`, row: sql`c`, owner: sql`c.owner_id`, id: sql`c.id` },
};
export type Place = keyof typeof places;

/** The standing, and what else the terms speak of: contact is wide, and rarely needed. */
function placesOf(terms: Term[]): Place[] {
  const speakOf = (...keys: Term["key"][]) => terms.some(({ key }) => keys.includes(key));
  const all: Place[] = ["standing"];
  if (speakOf("word", "company")) all.push("search");
  if (speakOf("position", "location")) all.push("contact");
  return all;
}

/** The tables that the terms speak of, and that of an order, for counting or gathering all who meet them. */
export function tables(terms: Term[], order?: Place): Prisma.Sql {
  const { table, owner, id } = places.standing;
  const others = new Set([...placesOf(terms), ...(order ? [order] : [])]);
  others.delete("standing");
  const joined = [...others].map((place) => {
    const its = places[place];
    return sql`join ${its.table} on ${its.owner} = ${owner} and ${its.id} = ${id}`;
  });
  return join([table, ...joined], " ");
}

/**
 * The same, for walking along the order's table until enough are met: each of its rows is looked up in the others by
 * itself, where a join may be planned as one with everybody. Of a stretch no more than its first rows, where that is said.
 */
export function tablesAlong(
  db: OwnerSql,
  order: Place,
  terms: Term[],
  first?: { where: Prisma.Sql; by: Prisma.Sql; limit: number },
): Prisma.Sql {
  const { id, row } = places[order];
  const others = placesOf(terms).filter((place) => place !== order);
  const walked = first
    ? sql`(select ${row}.* from ${alone(db, order)} where ${first.where} order by ${first.by} limit ${first.limit}::int) ${row}`
    : alone(db, order);
  return join([walked, ...others.map((place) => lookedUp(db, place, id))], " ");
}

/** The order's table by itself: who is in the trash is in it, too, but in contact. */
export function alone(db: OwnerSql, order: Place): Prisma.Sql {
  const { table, row, owner } = places[order];
  const present = order === "contact" ? sql`and c.deleted_at is null` : empty; // as the indexes of its orders have it
  return sql`(select ${row}.* from ${table} where ${owner} = ${db.owner}::uuid ${present}) ${row}`;
}

/** That one of `alone` isn't in the trash: an index of the order is all that is read besides. */
export function notInTrash(db: OwnerSql, order: Place): Prisma.Sql {
  if (order === "contact") return sql`true`;
  return sql`${places[order].id} not in (${inTrash(db)})`;
}

/** The order's table for these contacts. */
export function tablesOf(db: OwnerSql, order: Place, ids: Prisma.Sql): Prisma.Sql {
  return sql`unnest(${ids}::uuid[]) as found (id) ${lookedUp(db, order, sql`found.id`)}`;
}

function lookedUp(db: OwnerSql, place: Place, contact: Prisma.Sql): Prisma.Sql {
  const { table, row, owner, id } = places[place];
  return sql`cross join lateral (
    select ${row}.* from ${table} where ${owner} = ${db.owner}::uuid and ${id} = ${contact} offset 0) ${row}`;
}
