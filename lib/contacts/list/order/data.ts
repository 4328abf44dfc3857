// The orders of the list and where each continues, as SQL that reads an index and stops: c is contact, s contact_search,
// st contact_standing. No page is found by counting the rows before it.
import "server-only";
import { Prisma } from "@/prisma/generated/client";
import type { Cursor } from "../cursor";
import type { Sort } from "../schema";

const { sql } = Prisma;

const timestamptz = sql`timestamptz`;

export type Order = {
  /** The sort key as text, for the cursor. */
  key: Prisma.Sql;
  forwards: Prisma.Sql;
  backwards: Prisma.Sql;
  /** The rows after the cursor (before it, backwards) as ranges of the index, one after the other. */
  stretches: (cursor: Cursor | undefined, backwards: boolean) => Prisma.Sql[];
};

/** To the microsecond, whatever time zone the session is in. */
const written = (key: Prisma.Sql, type: Prisma.Sql) =>
  type === timestamptz ? sql`to_char(${key} at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US"+00"')` : sql`${key}::text`;

/** A key that is never absent: one range. */
function byPresent(key: Prisma.Sql, id: Prisma.Sql, type: Prisma.Sql, way: "asc" | "desc"): Order {
  const [up, down] = [sql`${key} asc, ${id} asc`, sql`${key} desc, ${id} desc`];
  return {
    key: written(key, type),
    forwards: way === "asc" ? up : down,
    backwards: way === "asc" ? down : up,
    stretches: (cursor, backwards) => {
      if (!cursor) return [sql`true`];
      const after = (way === "asc") !== backwards;
      const start = sql`(${cursor.key}::${type}, ${cursor.id}::uuid)`;
      return [after ? sql`(${key}, ${id}) > ${start}` : sql`(${key}, ${id}) < ${start}`];
    },
  };
}

/** Highest first, those without at the end: the ones that have it and the ones that don't are two ranges. */
export function byHighest(key: Prisma.Sql, id: Prisma.Sql, type: Prisma.Sql): Order {
  const some = sql`${key} is not null`;
  const none = sql`${key} is null`;
  return {
    key: written(key, type),
    forwards: sql`${key} desc nulls last, ${id} asc`,
    backwards: sql`${key} asc nulls first, ${id} desc`,
    stretches: (cursor, backwards) => {
      if (!cursor) return backwards ? [none, some] : [some, none];
      const from = sql`${cursor.key}::${type}`;
      const here = sql`${cursor.id}::uuid`;
      if (backwards) {
        return cursor.key === null
          ? [sql`${none} and ${id} < ${here}`, some]
          : [sql`${key} >= ${from} and (${key} > ${from} or ${id} < ${here})`];
      }
      return cursor.key === null
        ? [sql`${none} and ${id} > ${here}`]
        : [sql`${key} <= ${from} and (${key} < ${from} or ${id} > ${here})`, none];
    },
  };
}

export const orders: Record<Sort, Order> = {
  name: byPresent(sql`s.sort_name`, sql`s.contact_id`, sql`text`, "asc"),
  newest: byPresent(sql`c.created_at`, sql`c.id`, timestamptz, "desc"),
  strength: byHighest(sql`st.heat`, sql`st.contact_id`, sql`float8`),
  contacted: byHighest(sql`st.last_interaction_at`, sql`st.contact_id`, timestamptz),
};
