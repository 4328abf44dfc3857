// The orders of the list and where each continues, as SQL that reads an index and stops: st is contact_standing, c
// contact, s contact_search. No page beside another is found by counting the rows before it.
import "server-only";
import { Prisma } from "@/prisma/generated/client";
import type { Cursor } from "../cursor";
import { type ContactQuery, type Sort, usualWay } from "../query";
import type { Place } from "../tables/data";

const { sql, join } = Prisma;

type Way = "asc" | "desc";
const other = (way: Way): Way => (way === "asc" ? "desc" : "asc");

/** An index one can walk along: its sort key and the id behind it, in which directions, and who has no key. */
type Walk = {
  key: Prisma.Sql;
  id: Prisma.Sql;
  type: Prisma.Sql;
  place: Place;
  /** Whether the id runs against the key: (key desc, id asc). */
  isMixed: boolean;
  /** Whether the index has those without a key at its ascending end's far side: `desc nulls last`. */
  nulls: "none" | "afterHighest" | "beforeLowest";
  /** Where those without a key come: always last, or as the least. */
  absent?: "last" | "least";
};

const timestamptz = sql`timestamptz`;
const walks: Record<Sort, Walk> = {
  name: {
    ...{ key: sql`s.sort_name`, id: sql`s.contact_id`, type: sql`text`, place: "search" as const },
    ...{ isMixed: false, nulls: "none" },
  },
  newest: {
    ...{ key: sql`c.created_at`, id: sql`c.id`, type: timestamptz, place: "contact" as const },
    ...{ isMixed: false, nulls: "none" },
  },
  strength: {
    ...{ key: sql`st.heat`, id: sql`st.contact_id`, type: sql`float8`, place: "standing" as const },
    ...{ isMixed: true, nulls: "beforeLowest", absent: "least" },
  },
  contacted: {
    ...{ key: sql`st.last_interaction_at`, id: sql`st.contact_id`, type: timestamptz, place: "standing" as const },
    ...{ isMixed: true, nulls: "beforeLowest", absent: "least" },
  },
  company: {
    ...{ key: sql`s.company`, id: sql`s.contact_id`, type: sql`text`, place: "search" as const },
    ...{ isMixed: false, nulls: "afterHighest", absent: "last" },
  },
  connected: {
    ...{ key: sql`c.connected_on`, id: sql`c.id`, type: sql`date`, place: "contact" as const },
    ...{ isMixed: true, nulls: "beforeLowest", absent: "last" },
  },
};

/** A range of the index, and the order to read it in. */
export type Stretch = { where: Prisma.Sql; by: Prisma.Sql };

export type Order = {
  /** The sort key as text, for the cursor, and the contact's id. */
  key: Prisma.Sql;
  id: Prisma.Sql;
  /** The table it is an order of. */
  place: Place;
  /** The rows after the cursor (before it, backwards) as ranges of the index, one after the other. */
  stretches: (cursor: Cursor | undefined, backwards: boolean) => Stretch[];
};

/** To the microsecond, whatever time zone the session is in. */
const written = ({ key, type }: Walk) =>
  type === timestamptz ? sql`to_char(${key} at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US"+00"')` : sql`${key}::text`;

export function orderOf({ sort, reversed }: Pick<ContactQuery, "sort" | "reversed">): Order {
  const walk = walks[sort];
  const way = reversed ? other(usualWay[sort]) : usualWay[sort];
  const isFirst = walk.absent === "least" && way === "asc";
  return {
    key: written(walk),
    id: walk.id,
    place: walk.place,
    stretches: (cursor, backwards) => {
      const present = (from?: Cursor) => withKey(walk, backwards ? other(way) : way, from);
      if (!walk.absent) return [present(cursor)];
      const absent = (from?: Cursor) => withoutKey(walk, backwards, from);
      const isAbsent = cursor !== undefined && cursor.key === null;
      const here = isAbsent ? absent(cursor) : present(cursor);
      if (isFirst === backwards) return isAbsent ? [here] : [here, absent()]; // those with a key come first
      return isAbsent || !cursor ? [isAbsent ? here : absent(), present()] : [here];
    },
  };
}

/** Those that have the key. */
function withKey({ key, id, type, isMixed, nulls, absent }: Walk, way: Way, from?: Cursor): Stretch {
  const idWay = isMixed ? other(way) : way;
  const up = { asc: sql`asc`, desc: sql`desc` };
  // Said as the index says it, or it would be sorted anew.
  const end = nulls === "beforeLowest" ? { asc: sql`nulls first`, desc: sql`nulls last` } : { asc: sql``, desc: sql`` };
  const all = absent ? [sql`${key} is not null`] : [];
  if (from) all.push(after(key, id, type, way, idWay, from));
  return {
    where: all.length > 0 ? join(all, " and ") : sql`true`,
    by: sql`${key} ${up[way]} ${end[way]}, ${id} ${up[idWay]}`,
  };
}

function after(key: Prisma.Sql, id: Prisma.Sql, type: Prisma.Sql, way: Way, idWay: Way, from: Cursor): Prisma.Sql {
  const [keyFrom, idFrom] = [sql`${from.key}::${type}`, sql`${from.id}::uuid`];
  if (way === idWay) {
    return way === "asc"
      ? sql`(${key}, ${id}) > (${keyFrom}, ${idFrom})`
      : sql`(${key}, ${id}) < (${keyFrom}, ${idFrom})`;
  }
  return way === "asc"
    ? sql`${key} >= ${keyFrom} and (${key} > ${keyFrom} or ${id} < ${idFrom})`
    : sql`${key} <= ${keyFrom} and (${key} < ${keyFrom} or ${id} > ${idFrom})`;
}

/** Those that don't, by their ids. */
function withoutKey({ key, id }: Walk, backwards: boolean, from?: Cursor): Stretch {
  const none = sql`${key} is null`;
  if (!from) return { where: none, by: backwards ? sql`${id} desc` : sql`${id} asc` };
  const here = sql`${from.id}::uuid`;
  return backwards
    ? { where: sql`${none} and ${id} < ${here}`, by: sql`${id} desc` }
    : { where: sql`${none} and ${id} > ${here}`, by: sql`${id} asc` };
}
