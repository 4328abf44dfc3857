// Which database a backup is of, so that none is taken for another's in a directory that several share.
import { createHash } from "node:crypto";
import type { Client } from "pg";

/**
 * Twelve hexadecimal digits that no other database has: made from the cluster's own identifier and the database's number in
 * it. A restored copy is another database; one whose files were copied isn't.
 */
export async function databaseId(client: Client): Promise<string> {
  const { rows } = await client.query<{ id: string }>(`
    select (select system_identifier from pg_control_system()) || ' ' || oid as id
    from pg_database where datname = current_database()`);
  return createHash("sha256")
    .update(rows[0]?.id ?? "")
    .digest("hex")
    .slice(0, 12);
}
