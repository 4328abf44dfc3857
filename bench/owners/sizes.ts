// What one owner takes of the disk: rows, tables and indexes.
import type { Client } from "pg";

type Size = { name: string; rows: number; table: number; indexes: number };

const kilobytes = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`;

/** The largest tables, and all of the database's, divided by how many owners there are. */
export async function ownerBytes(admin: Client, owners: number, shown = 12) {
  const { rows } = await admin.query<Size>(
    `select relname as name, greatest(reltuples, 0)::float as rows, pg_table_size(oid)::float as table,
       pg_indexes_size(oid)::float as indexes
     from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by pg_total_relation_size(oid) desc`,
  );
  const add = (name: string, sizes: Size[]): Size => ({
    name,
    rows: sizes.reduce((sum, size) => sum + size.rows, 0),
    table: sizes.reduce((sum, size) => sum + size.table, 0),
    indexes: sizes.reduce((sum, size) => sum + size.indexes, 0),
  });
  const all = add("all", rows);
  const lines = [...rows.slice(0, shown), add(`the other ${rows.length - shown}`, rows.slice(shown)), all];
  return {
    head: ["an owner's", "rows", "table", "indexes", "together"],
    rows: lines.map(({ name, rows: count, table, indexes }) => [
      name,
      (count / owners).toFixed(1),
      ...[table, indexes, table + indexes].map((bytes) => kilobytes(bytes / owners)),
    ]),
    bytesPerOwner: (all.table + all.indexes) / owners,
  };
}
